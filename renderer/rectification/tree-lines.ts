import type { TreeLine } from '../../shared/rectification/finding-rows'

/** What is below a level of the tree. */
export interface GroupCounts {
  readonly total: number
  readonly done: number
  readonly overdue: number
}

interface GroupNode extends GroupCounts {
  readonly kind: 'group'
  readonly key: string
  readonly level: 'aspect' | 'keyIssue'
  readonly title: string
  readonly children: readonly TreeNode[]
}

interface FindingNode {
  readonly kind: 'finding'
  readonly key: string
  readonly line: TreeLine
}

export type TreeNode = GroupNode | FindingNode

/** A line that is drawn: a level with its counts, or a finding. */
export type VisibleLine =
  | ({ readonly kind: 'group'; readonly key: string; readonly depth: number; readonly isOpen: boolean } & Pick<
      GroupNode,
      'level' | 'title' | 'total' | 'done' | 'overdue'
    >)
  | { readonly kind: 'finding'; readonly key: string; readonly depth: number; readonly line: TreeLine }

type IsDone = (line: TreeLine) => boolean

function countsOf(lines: readonly TreeLine[], isDone: IsDone): GroupCounts {
  return {
    total: lines.length,
    done: lines.filter(isDone).length,
    overdue: lines.filter(({ light }) => light === 'overdue').length,
  }
}

/** Groups by the text of a level, in the order of its first line; runs of lines without it stay where they are. */
function grouped(
  lines: readonly TreeLine[],
  level: GroupNode['level'],
  parentKey: string,
  isDone: IsDone,
  below: (lines: readonly TreeLine[], key: string) => readonly TreeNode[],
): readonly TreeNode[] {
  const places = new Map<string, TreeLine[]>()
  const order: (string | TreeLine[])[] = []
  for (const line of lines) {
    const title = line[level]
    const known = places.get(title)
    const last = order.at(-1)
    if (title === '' && typeof last === 'object') last.push(line)
    else if (title === '') order.push([line])
    else if (known) known.push(line)
    else {
      places.set(title, [line])
      order.push(title)
    }
  }
  return order.flatMap((place, index) => {
    // A later run may hold the same deeper levels as an earlier one.
    if (typeof place !== 'string') return below(place, index === 0 ? parentKey : `${parentKey}/#${index}`)
    const members = places.get(place) ?? []
    const key = `${parentKey}/${place}`
    return [
      {
        kind: 'group' as const,
        key,
        level,
        title: place,
        ...countsOf(members, isDone),
        children: below(members, key),
      },
    ]
  })
}

function leaves(lines: readonly TreeLine[]): readonly TreeNode[] {
  return lines.map((line) => ({ kind: 'finding', key: line.id, line }))
}

/** 方面 → 重点问题 → 问题; a level that holds no text is left out. */
export function treeOf(lines: readonly TreeLine[], isDone: IsDone): readonly TreeNode[] {
  return grouped(lines, 'aspect', '', isDone, (members, key) => grouped(members, 'keyIssue', key, isDone, leaves))
}

/** The lines that are seen while some levels are closed. */
export function visibleLines(
  nodes: readonly TreeNode[],
  closed: ReadonlySet<string>,
  depth = 0,
): readonly VisibleLine[] {
  return nodes.flatMap((node): readonly VisibleLine[] => {
    if (node.kind === 'finding') return [{ ...node, depth }]
    const { children, ...group } = node
    const isOpen = !closed.has(node.key)
    const line = { ...group, depth, isOpen }
    return isOpen ? [line, ...visibleLines(children, closed, depth + 1)] : [line]
  })
}

/** Keys of every level, for 全部收起. */
export function groupKeys(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'finding' ? [] : [node.key, ...groupKeys(node.children)]))
}

/** Number of the level above a line, or -1. */
export function parentOf(lines: readonly VisibleLine[], index: number): number {
  const depth = lines[index]?.depth ?? 0
  return lines.findLastIndex((line, at) => at < index && line.depth < depth)
}

/** What a key does in the tree: where the active line goes, which level opens or closes, which finding is shown. */
export type TreeMove =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'toggle'; readonly key: string; readonly isOpen: boolean }
  | { readonly kind: 'open'; readonly id: string }

/** Source: WAI-ARIA treegrid keys; Space and Enter open. */
export function moveOf(key: string, lines: readonly VisibleLine[], index: number, page: number): TreeMove | null {
  const line = lines[index]
  const last = lines.length - 1
  const go = (to: number): TreeMove => ({ kind: 'go', to: Math.min(last, Math.max(0, to)) })
  switch (key) {
    case 'ArrowDown':
      return go(index + 1)
    case 'ArrowUp':
      return go(index - 1)
    case 'PageDown':
      return go(index + page)
    case 'PageUp':
      return go(index - page)
    case 'Home':
      return go(0)
    case 'End':
      return go(last)
    case 'ArrowRight':
      if (line?.kind !== 'group') return null
      return line.isOpen ? go(index + 1) : { kind: 'toggle', key: line.key, isOpen: true }
    case 'ArrowLeft': {
      if (line?.kind === 'group' && line.isOpen) return { kind: 'toggle', key: line.key, isOpen: false }
      const parent = parentOf(lines, index)
      return parent < 0 ? null : go(parent)
    }
    case 'Enter':
    case ' ':
      if (!line) return null
      return line.kind === 'group'
        ? { kind: 'toggle', key: line.key, isOpen: !line.isOpen }
        : { kind: 'open', id: line.line.id }
    default:
      return null
  }
}
