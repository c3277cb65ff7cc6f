/**
 * A margin below a paper's last line that does not fit on its page begins another, and the next paper of the pack would
 * stand on that, with this one's foot; before a page break it leaves an empty one. So nothing there ends in a margin.
 */
import type { Content } from 'pdfmake/interfaces.js';

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const last = (list: unknown[]): unknown[] => list.map((one, n) => (n === list.length - 1 ? flush(one) : one));

function flush(node: unknown): unknown {
  if (!isNode(node)) return node;
  const { margin, stack, ul, columns } = node;
  return {
    ...node,
    ...(Array.isArray(margin) ? { margin: [margin[0], margin[1], margin[2], 0] } : { marginBottom: 0 }),
    ...(Array.isArray(stack) ? { stack: last(stack) } : {}),
    ...(Array.isArray(ul) ? { ul: last(ul) } : {}),
    // They end beside each other.
    ...(Array.isArray(columns) ? { columns: columns.map(flush) } : {}),
  };
}

const beginsPage = (node: unknown): boolean => isNode(node) && node.pageBreak === 'before';

export const endFlush = (content: Content[]): Content[] =>
  content.map((node, n) => (n === content.length - 1 || beginsPage(content[n + 1]) ? (flush(node) as Content) : node));
