import { transformFromAstSync, transformSync, types as t, type NodePath, type PluginObj } from '@babel/core'
import { choice, mutantsOf } from './mutants-of.ts'

/** One bug, by the place where it is made. Its number holds as long as the file stays as it is. */
export type Mutant = {
  readonly id: number
  readonly file: string
  readonly line: number
  readonly original: string
  /** What stands there instead; empty where nothing does. */
  readonly instead: string
}

/** The file with all its mutants in it, of which one at a time is chosen while it runs; numbered from `firstId` on. */
export function withSwitches(
  source: string,
  file: string,
  firstId: number,
): { readonly code: string; readonly mutants: readonly Mutant[] } {
  const mutants: Mutant[] = []
  const pristine = new WeakMap<t.Node, t.Node>()
  const done = new WeakSet<t.Node>()

  const newId = (node: t.Node, instead: string): t.NumericLiteral => {
    const id = firstId + mutants.length
    const original = source.slice(node.start ?? 0, node.end ?? 0)
    mutants.push({ id, file, line: node.loc?.start.line ?? 0, original, instead })
    return t.numericLiteral(id)
  }
  const chosen = (id: t.Expression): t.Expression =>
    t.callExpression(t.memberExpression(t.identifier('globalThis'), t.identifier('isMutant')), [id])

  function replace(path: NodePath<t.Expression>, instead: readonly t.Expression[], of: t.Node): void {
    let whole: t.Expression = path.node
    for (const mutant of instead) {
      const id = newId(of, textOf(mutant))
      whole = choice({ id, mutant: t.cloneNode(mutant, true), original: whole })
      done.add(whole)
    }
    if (whole === path.node) return
    path.replaceWith(whole)
    path.skip()
  }

  const plugin: PluginObj = {
    visitor: {
      'TSType|TSTypeAliasDeclaration|TSInterfaceDeclaration|ImportDeclaration|ExportAllDeclaration': (
        path: NodePath,
      ) => path.skip(),
      Expression: {
        enter(path) {
          if (done.has(path.node)) return path.skip()
          pristine.set(path.node, t.cloneNode(path.node, true))
        },
        exit(path) {
          const before = pristine.get(path.node)
          if (before === undefined || isName(path)) return
          const original = { ...path.node }
          // Mutants are made of what stood there, without the switches of what is in it.
          const plain = { node: before as t.Expression, parent: path.parent }
          const instead = [
            ...mutantsOf(plain),
            ...(isTest(path) && !['BinaryExpression', 'LogicalExpression'].includes(path.node.type)
              ? [t.booleanLiteral(true), t.booleanLiteral(false)]
              : []),
            ...chains(path, before as t.Expression),
          ]
          replace(path, instead, original)
        },
      },
      ArrowFunctionExpression: {
        exit(path) {
          const { body } = path.node
          if (t.isBlockStatement(body) || t.isIdentifier(body, { name: 'undefined' })) return
          // A body with switches in it stands nowhere in the source.
          const id = newId(body.start == null ? path.node : body, 'undefined')
          const whole = choice({ id, mutant: t.identifier('undefined'), original: body })
          done.add(whole)
          path.node.body = whole
        },
      },
      BlockStatement: {
        exit(path) {
          const { node, parent } = path
          if (node.body.length === 0 || done.has(node)) return
          const id = newId(node, '{}')
          if (t.isFunction(parent)) {
            node.body.unshift(t.ifStatement(chosen(id), t.returnStatement()))
          } else {
            const inside = t.blockStatement(node.body)
            done.add(inside)
            node.body = [t.ifStatement(t.unaryExpression('!', chosen(id)), inside)]
          }
        },
      },
    },
  }
  const result = transformSync(source, {
    filename: file,
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: ['typescript', ...(file.endsWith('x') ? (['jsx'] as const) : [])] },
    plugins: [() => plugin],
  })
  return { code: result?.code ?? source, mutants }
}

/** A name of a property, a text of markup, and the template of a message are no values. */
function isName({ key, parent, node }: NodePath): boolean {
  if (key === 'key' && 'computed' in parent && !parent.computed) return true
  return t.isJSXAttribute(parent) || (t.isTemplateLiteral(node) && t.isTaggedTemplateExpression(parent))
}

function isTest({ key, parent }: NodePath): boolean {
  return key === 'test' && (t.isIfStatement(parent) || t.isLoop(parent) || t.isConditionalExpression(parent))
}

/** `a?.b` as `a.b`, link by link, where the whole chain is at hand. */
function chains({ key, parent }: NodePath, before: t.Expression): readonly t.Expression[] {
  if (!isLink(before) || (isLink(parent) && (key === 'object' || key === 'callee'))) return []
  const links: t.Expression[] = []
  for (let depth = 0; depth < 10; depth += 1) {
    const whole = t.cloneNode(before, true)
    let link: t.Node = whole
    for (let inner = 0; inner < depth && isLink(link); inner += 1) {
      link = t.isOptionalMemberExpression(link) ? link.object : link.callee
    }
    if (!isLink(link)) break
    if (!link.optional) continue
    link.optional = false
    links.push(whole)
  }
  return links
}

function isLink(node: t.Node): node is t.OptionalMemberExpression | t.OptionalCallExpression {
  return t.isOptionalMemberExpression(node) || t.isOptionalCallExpression(node)
}

function textOf(expression: t.Expression): string {
  const program = t.file(t.program([t.expressionStatement(t.cloneNode(expression, true))]))
  const options = { babelrc: false, configFile: false, generatorOpts: { concise: true, comments: false } }
  return transformFromAstSync(program, undefined, options)?.code?.replace(/;$/, '') ?? ''
}
