import type { ReactElement } from 'react';

import type { Planner } from '../../../../src/contract';
import { mostCapacityHours } from '../../../../src/estimation/bounds';
import { parseHours } from '../../../../src/estimation/hours';
import { EditableValue } from '../issue/editable-value';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

interface CapacityFieldProps {
  hours: number | null;
  /** Where it comes from, in words. */
  from: string;
  timeTracking: Planner['timeTracking'];
  disabled: boolean;
  /** null takes the sprint's own capacity away. */
  onSave: (hours: number | null) => void;
}

/** The team's capacity, edited in place; an invitation while there is none. */
export function CapacityField({ hours, from, timeTracking, disabled, onSave }: CapacityFieldProps): ReactElement {
  const numbers = useNumbers();
  return (
    <span className={hours === null ? 'capacity capacity-missing' : 'capacity'}>
      {hours === null ? null : <span className="small">{texts.capacity}</span>}
      <EditableValue
        label={
          hours === null
            ? texts.setCapacity
            : `${texts.detailed(texts.capacity, numbers.capacity(hours))}. ${texts.capacityEdit}`
        }
        fieldLabel={texts.capacityField}
        text={hours === null ? '' : numbers.typed(hours)}
        disabled={disabled}
        testId="capacity"
        read={(text) => {
          if (text.trim() === '') return { value: null };
          const value = parseHours(text, timeTracking);
          return value === null || value > mostCapacityHours ? { problem: texts.badCapacity } : { value };
        }}
        onSave={onSave}
      >
        {hours === null ? (
          <span className="call">{texts.setCapacity}</span>
        ) : (
          <strong>{numbers.capacity(hours)}</strong>
        )}
      </EditableValue>
      {hours === null ? (
        <span className="subtle small">{texts.setCapacityWhy}</span>
      ) : (
        <span className="subtle small">{from}</span>
      )}
    </span>
  );
}
