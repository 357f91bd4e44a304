import { Text } from '@forge/react';

import type { GlanceState } from './glance-session';
import type { GlanceTexts } from './texts';

interface SavingNoteProps {
  of: 'confidence' | 'estimate';
  state: GlanceState;
  texts: GlanceTexts;
}

/** Beside a control: that what it says is being saved, or is. */
export function SavingNote({ of, state: { saving }, texts }: SavingNoteProps) {
  return (
    <Text size="small" color="color.text.subtle">
      {saving?.of === of ? texts[saving.state] : ''}
    </Text>
  );
}
