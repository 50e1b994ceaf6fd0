import { parse, type AnyNode, type Node } from 'acorn'
import type { Level } from './built-for.ts'

/** What a script says that may be missing in a browser. */
export type NamesInScript = {
  /** Names that it does not declare itself, such as `structuredClone`. */
  readonly globals: ReadonlySet<string>
  /** `Promise.any`, as pairs: what stands before the dot is a global. */
  readonly statics: ReadonlyMap<string, readonly [string, string]>
  /** What is called on anything else: `at` in `list.at(-1)`. What is only read is undefined where it is missing. */
  readonly members: ReadonlySet<string>
  /** Properties that the script itself gives to something. */
  readonly own: ReadonlySet<string>
  /** Names whose presence it asks for, by `typeof` or `in`. */
  readonly askedFor: ReadonlySet<string>
  /** The source of each regular expression. */
  readonly patterns: readonly string[]
  /** Is a list spread out into a call behind `?.`, as in `a?.(...list)`? */
  readonly spreadsBehindOptional: boolean
}

/** Reads a script, classic or module. Throws where its syntax is newer than the level knows. */
export function namesInScript(
  script: string,
  { ecmaVersion }: Level,
  kind: 'script' | 'module',
): NamesInScript {
  // The bundler leaves `import.meta` and dynamic imports in no page of one file.
  const program = parse(script, { ecmaVersion, sourceType: kind })
  const nodes = [...nodesIn(program)]
  const declared = new Set(nodes.flatMap(declaredBy))
  const isGlobal = (node: AnyNode): node is Extract<AnyNode, { type: 'Identifier' }> =>
    node.type === 'Identifier' && !declared.has(node.name)

  const said: Collected = {
    globals: new Set(),
    statics: new Map(),
    members: new Set(),
    own: new Set(),
    askedFor: new Set(),
    patterns: [],
    spreadsBehindOptional: nodes.some(spreadsBehindOptional),
  }
  for (const node of nodes) {
    if (isGlobal(node)) said.globals.add(node.name)
    if (node.type === 'Literal' && node.regex != null) said.patterns.push(node.regex.pattern)
    collectMember(node, isGlobal, said)
    collectOwn(node, said.own)
    collectAskedFor(node, said.askedFor)
  }
  return said
}

type Collected = {
  globals: Set<string>
  statics: Map<string, readonly [string, string]>
  members: Set<string>
  own: Set<string>
  askedFor: Set<string>
  patterns: string[]
  spreadsBehindOptional: boolean
}

function spreadsBehindOptional(node: AnyNode): boolean {
  if (node.type !== 'ChainExpression') return false
  return [...linksOf(node.expression)].some(
    (link) => link.type === 'CallExpression' && link.arguments.some(({ type }) => type === 'SpreadElement'),
  )
}

/** The calls and properties that stand one behind the other, the last one first. */
function* linksOf(node: AnyNode): Generator<AnyNode> {
  yield node
  if (node.type === 'CallExpression') yield* linksOf(node.callee)
  if (node.type === 'MemberExpression') yield* linksOf(node.object)
}

function collectMember(node: AnyNode, isGlobal: (node: AnyNode) => boolean, said: Collected): void {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed)
    if (!isGlobal(node.callee.object)) addName(node.callee.property, said.members)
  if (node.type !== 'MemberExpression' || node.computed || !isGlobal(node.object)) return
  const pair = [nameOf(node.object) ?? '', nameOf(node.property) ?? ''] as const
  said.statics.set(pair.join('.'), pair)
}

function collectOwn(node: AnyNode, own: Set<string>): void {
  if (node.type === 'ObjectExpression')
    for (const property of node.properties) if (property.type === 'Property') addName(property.key, own)
  if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') addName(node.key, own)
  if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression')
    addName(node.left.property, own)
}

function collectAskedFor(node: AnyNode, askedFor: Set<string>): void {
  if (node.type === 'UnaryExpression' && node.operator === 'typeof')
    addName(node.argument.type === 'MemberExpression' ? node.argument.property : node.argument, askedFor)
  if (node.type === 'BinaryExpression' && node.operator === 'in') addName(node.left, askedFor)
}

function addName(node: AnyNode, to: Set<string>): void {
  const name = nameOf(node)
  if (name !== null) to.add(name)
}

function nameOf(node: AnyNode): string | null {
  if (node.type === 'Identifier') return node.name
  // Minifiers write texts between backticks.
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0]?.value.cooked ?? null
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

/** Every node but the names of properties, which are no names of variables. */
function* nodesIn(node: AnyNode): Generator<AnyNode> {
  yield node
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (isNameOfProperty(node, key)) continue
    for (const child of [value].flat()) if (isNode(child)) yield* nodesIn(child)
  }
}

function isNameOfProperty(node: AnyNode, key: string): boolean {
  if (node.type === 'MemberExpression') return key === 'property' && !node.computed
  if (node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition')
    return key === 'key' && !node.computed
  return key === 'label'
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string'
}

/** The names that a node declares, wherever they count: minified names are too short to be mistaken for others. */
function declaredBy(node: AnyNode): readonly string[] {
  if (node.type === 'VariableDeclarator') return namesIn(node.id)
  if (node.type === 'CatchClause') return node.param == null ? [] : namesIn(node.param)
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression')
    return node.id == null ? [] : [node.id.name]
  if (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  )
    return [...(node.id == null ? [] : [node.id.name]), ...node.params.flatMap(namesIn)]
  return []
}

function namesIn(pattern: AnyNode): readonly string[] {
  if (pattern.type === 'Identifier') return [pattern.name]
  if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left)
  if (pattern.type === 'RestElement') return namesIn(pattern.argument)
  if (pattern.type === 'ArrayPattern')
    return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)))
  if (pattern.type === 'ObjectPattern')
    return pattern.properties.flatMap((each) => namesIn(each.type === 'Property' ? each.value : each))
  return []
}
