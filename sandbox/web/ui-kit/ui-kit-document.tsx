import { Notice } from '../page/notice';
import { DrawNode } from './draw-node';
import type { ForgeNode } from './forge-doc';
import { unknownParts } from './known-parts';

/** What a UI Kit module shows now; or, when it uses what the sandbox does not draw, that by name. */
export function UiKitDocument({ doc }: { doc: ForgeNode }) {
  const unknown = unknownParts(doc);
  if (unknown.length === 0) return <DrawNode node={doc} />;
  return (
    <div role="alert">
      <Notice title="The sandbox does not draw this" level={2}>
        It lacks {unknown.join(', ')}. What it draws of UI Kit is in sandbox/web/ui-kit.
      </Notice>
    </div>
  );
}
