import { template, types as t } from '@babel/core'
import { regexMutants } from './regex-mutants.ts'

type Place = { readonly node: t.Expression; readonly parent: t.Node }

/** What may stand in the place of an expression, each a bug that somebody could make. */
export function mutantsOf(path: Place): readonly t.Expression[] {
  const { node } = path
  switch (node.type) {
    case 'BinaryExpression':
      return [
        ...(COMPARISONS[node.operator] ?? []).map((operator) => ({ ...node, operator })),
        ...truths(path),
      ]
    case 'LogicalExpression':
      return [...swapped(node), ...(node.operator === '??' ? [] : truths(path))]
    case 'ConditionalExpression':
      return [node.consequent, node.alternate]
    case 'UnaryExpression':
      if (node.operator === '!') return [node.argument]
      return node.operator === '-' || node.operator === '+' ? [node.argument] : []
    case 'BooleanLiteral':
      return [t.booleanLiteral(!node.value)]
    case 'NumericLiteral':
      return [t.numericLiteral(node.value === 0 ? 1 : node.value * 2)]
    case 'StringLiteral':
      return [t.stringLiteral(node.value === '' ? 'mutant' : '')]
    case 'TemplateLiteral':
      return [t.stringLiteral('')]
    case 'RegExpLiteral':
      return [
        ...regexMutants(node.pattern).map((pattern) => t.regExpLiteral(pattern, node.flags)),
        ...[...node.flags]
          .filter((flag) => flag === 'i' || flag === 'g' || flag === 'm')
          .map((flag) => t.regExpLiteral(node.pattern, node.flags.replace(flag, ''))),
      ].filter(isRegex)
    case 'ArrayExpression':
      return node.elements.length === 0
        ? [t.arrayExpression([t.stringLiteral('mutant')])]
        : [t.arrayExpression([])]
    case 'ObjectExpression':
      return node.properties.length === 0 ? [] : [t.objectExpression([])]
    case 'CallExpression':
      return calls(node)
    default:
      return []
  }
}

const COMPARISONS: Readonly<Record<string, readonly t.BinaryExpression['operator'][]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&': ['|'],
  '|': ['&'],
  '>>': ['<<'],
  '<<': ['>>'],
}
const TRUTHS = new Set(['<', '<=', '>', '>=', '===', '!==', '==', '!=', '&&', '||'])

/** What is always so, and what never is, unless the operator around it makes one of them the same as another mutant. */
function truths({ node, parent }: Place): readonly t.Expression[] {
  if (!('operator' in node) || !TRUTHS.has(node.operator)) return []
  const around = t.isLogicalExpression(parent) ? parent.operator : null
  return [
    ...(around === '||' ? [] : [t.booleanLiteral(true)]),
    ...(around === '&&' ? [] : [t.booleanLiteral(false)]),
  ]
}

function swapped(node: t.LogicalExpression): readonly t.Expression[] {
  if (node.operator === '??') {
    // Where nothing becomes null, whoever reads it seldom minds.
    const without = t.isNullLiteral(node.right) ? [] : [node.left]
    return [...without, t.logicalExpression('&&', node.left, node.right)]
  }
  return [t.logicalExpression(node.operator === '&&' ? '||' : '&&', node.left, node.right)]
}

const METHODS: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
])
const SPARED = new Set([
  'filter',
  'slice',
  'sort',
  'reverse',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'normalize',
  'concat',
])

/** Another method of the same kind, or the same without it. */
function calls(node: t.CallExpression): readonly t.Expression[] {
  const { callee } = node
  if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.property) || callee.computed) return []
  const { name } = callee.property
  const other = METHODS.get(name)
  if (other !== undefined) {
    return [t.callExpression(t.memberExpression(callee.object, t.identifier(other)), node.arguments)]
  }
  if (SPARED.has(name) && t.isExpression(callee.object)) return [callee.object]
  const [searched, replaced] = node.arguments
  if (name === 'replace' && searched !== undefined && replaced !== undefined && t.isExpression(callee.object))
    return [callee.object]
  return []
}

function isRegex({ pattern, flags }: t.RegExpLiteral): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp
  } catch {
    return false
  }
}

/** `chosen ? mutant : original`, where `chosen` asks whether this mutant is the one that lives at the moment. */
export const choice = template.expression('globalThis.isMutant(%%id%%) ? %%mutant%% : %%original%%', {
  syntacticPlaceholders: true,
})
