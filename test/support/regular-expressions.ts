/** Every regular expression of the program, read from its source: literals, and `new RegExp` out of constants. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { parseAst } from 'vitest/node';

export type Found = { file: string; source: string; flags: string };
type Node = Record<string, unknown> & { type: string };

const FOLDERS = ['bot', 'cards', 'documents', 'domain', 'graph', 'prisma'];

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  if (!isNode(value)) return;
  yield value;
  for (const inner of Object.values(value)) yield* nodesOf(inner);
}

/** The text of a constant: a literal, or a template of such. Throws where only a run would tell. */
function textOf(node: unknown, constants: Map<string, unknown>): string {
  if (!isNode(node)) throw new Error('no text');
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'Identifier') return textOf(constants.get(String(node.name)), constants);
  if (node.type !== 'TemplateLiteral') throw new Error(`a regular expression out of ${node.type}`);
  const quasis = node.quasis as { value: { cooked: string } }[];
  const inner = node.expressions as unknown[];
  return quasis.map(({ value }, n) => value.cooked + (n < inner.length ? textOf(inner[n], constants) : '')).join('');
}

function foundIn(file: string): Found[] {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm', target: 'esnext' });
  const nodes = [...nodesOf(parseAst(code))];
  const constants = new Map(
    nodes.flatMap((node) =>
      node.type === 'VariableDeclarator' && isNode(node.id) ? [[String(node.id.name), node.init]] : [],
    ),
  );
  return nodes.flatMap((node): Found[] => {
    const literal = node.regex as { pattern: string; flags: string } | undefined;
    if (node.type === 'Literal' && literal) return [{ file, source: literal.pattern, flags: literal.flags }];
    const isMade = /^(New|Call)Expression$/.test(node.type) && isNode(node.callee) && node.callee.name === 'RegExp';
    if (!isMade) return [];
    const [source, flags] = node.arguments as unknown[];
    return [{ file, source: textOf(source, constants), flags: flags ? textOf(flags, constants) : '' }];
  });
}

const sources = (): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.includes('generated'))
    .sort();

export const regularExpressions = (): Found[] => sources().flatMap(foundIn);

/** Files that call a method of this name. */
export const filesCalling = (method: string): string[] =>
  sources().filter((file) => readFileSync(file, 'utf8').includes(`.${method}(`));
