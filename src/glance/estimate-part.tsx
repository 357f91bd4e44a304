import { Box, Button, ErrorMessage, Form, Inline, Label, Stack, Textfield, xcss } from '@forge/react';
import { useState } from 'react';

import { draftOf, followStored, isAsStored, type ReadHours } from './estimate-draft';
import type { GlanceState } from './glance-session';
import { SavingNote } from './saving-note';
import type { GlanceTexts } from './texts';

interface EstimatePartProps {
  /** The stored estimate as the field writes it; empty where there is none. */
  stored: string;
  read: ReadHours;
  onSave: (hours: number) => void;
  state: GlanceState;
  texts: GlanceTexts;
}

/** The field for the issue's own estimate. */
export function EstimatePart({ stored, read, onSave, state, texts }: EstimatePartProps) {
  const [kept, setKept] = useState(() => draftOf(stored));
  const draft = followStored(kept, stored, read);
  if (draft !== kept) setKept(draft);
  const [isRefused, setRefused] = useState(false);
  const submit = () => {
    const hours = read(draft.typed);
    setRefused(hours === null);
    if (hours !== null) onSave(hours);
  };
  return (
    <Form onSubmit={submit}>
      <Stack space="space.050">
        <Label labelFor="estimate">{texts.estimateLabel}</Label>
        <Inline space="space.100" alignBlock="center">
          <Box xcss={xcss({ width: '160px' })}>
            <Textfield
              key={draft.version}
              id="estimate"
              isCompact
              isInvalid={isRefused}
              placeholder={texts.estimateHint}
              defaultValue={draft.stored}
              onChange={({ target }) => {
                setKept({ ...draft, typed: String(target.value) });
              }}
            />
          </Box>
          <Button type="submit" spacing="compact" isDisabled={isAsStored(draft, read)}>
            {texts.save}
          </Button>
          <SavingNote of="estimate" state={state} texts={texts} />
        </Inline>
        {isRefused ? (
          <ErrorMessage>
            {/* UI Kit lets a field name nothing else that describes it. */}
            <Label labelFor="estimate">{texts.badHours}</Label>
          </ErrorMessage>
        ) : null}
      </Stack>
    </Form>
  );
}
