import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/pointer-outside-of-preview';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** What is dragged, and over which entry of the list it is. */
export interface EntryDrag {
  moved: string;
  target: string;
  side: 'before' | 'after';
}

const entryKey = Symbol('planner entry');

/** The id of the entry that this drag data is about; null for drags from anywhere else. */
function entryOf(data: Record<string | symbol, unknown>): string | null {
  const id = data[entryKey];
  return typeof id === 'string' ? id : null;
}

/** Reads a drag of one entry over another, out of what the drag-and-drop library reports. */
export function entryDrag(
  source: { data: Record<string | symbol, unknown> },
  location: { current: { dropTargets: readonly { data: Record<string | symbol, unknown> }[] } },
): EntryDrag | null {
  const over = location.current.dropTargets[0];
  const moved = entryOf(source.data);
  const target = over === undefined ? null : entryOf(over.data);
  if (over === undefined || moved === null || target === null) return null;
  return { moved, target, side: extractClosestEdge(over.data) === 'top' ? 'before' : 'after' };
}

export function isEntry(data: Record<string | symbol, unknown>): boolean {
  return entryOf(data) !== null;
}

/**
 * Makes one entry of the list (an issue or the line) something to drag and to drop beside.
 *
 * @param label what is dragged, in words; asked when a drag starts. null: others can be dropped here, and that is all
 */
export function useEntry(
  id: string,
  label: (() => string) | null,
  disabled: boolean,
): { ref: RefObject<HTMLDivElement>; dragging: boolean; edge: 'top' | 'bottom' | null } {
  const ref = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null);
  const latestLabel = useRef(label);
  useEffect(() => {
    latestLabel.current = label;
  });

  useEffect(() => {
    const element = ref.current;
    if (element === null || disabled) return undefined;
    return combine(
      draggable({
        element,
        // Dragging inside a field selects its text.
        canDrag: () => latestLabel.current !== null && element.querySelector('input:not([type=checkbox])') === null,
        getInitialData: () => ({ [entryKey]: id }),
        onGenerateDragPreview: ({ nativeSetDragImage }) => {
          setCustomNativeDragPreview({
            nativeSetDragImage,
            getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }),
            render: ({ container }) => {
              const preview = document.createElement('div');
              preview.className = 'drag-preview';
              preview.textContent = latestLabel.current?.() ?? '';
              container.append(preview);
            },
          });
        },
        onDragStart: () => {
          setDragging(true);
        },
        onDrop: () => {
          setDragging(false);
        },
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => isEntry(source.data) && entryOf(source.data) !== id,
        getData: ({ input }) =>
          attachClosestEdge({ [entryKey]: id }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => {
          const closest = extractClosestEdge(self.data);
          setEdge(closest === 'top' || closest === 'bottom' ? closest : null);
        },
        onDragLeave: () => {
          setEdge(null);
        },
        onDrop: () => {
          setEdge(null);
        },
      }),
    );
  }, [id, disabled]);

  return { ref, dragging, edge };
}
