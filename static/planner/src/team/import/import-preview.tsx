import SectionMessage from '@atlaskit/section-message';
import type { ReactElement } from 'react';

import { texts } from '../../texts';
import { changeCount, type ImportPlan, type KindPlan, refusalsOf } from './import-plan';
import type { Kind, Team } from './team-file';

const kinds = ['department', 'person', 'timeOff'] as const satisfies readonly Kind[];
const counts = ['new', 'changed', 'unchanged', 'refused'] as const;

/** So many are enough to see whether this is the right file. */
const shownChanges = 8;
const shownRefusals = 50;

interface Change {
  readonly key: string;
  readonly kind: Kind;
  readonly label: string;
  /** null: it is new. */
  readonly fields: readonly string[] | null;
}

interface ImportPreviewProps {
  plan: ImportPlan;
  team: Team;
  /** The names of those who are not in the team. */
  newcomers: ReadonlyMap<string, string>;
}

/** What importing a file will do: counts, the first changes, and every line that is refused, with the reason. */
export function ImportPreview({ plan, team, newcomers }: ImportPreviewProps): ReactElement {
  const refused = refusalsOf(plan);
  const changes = firstChanges(plan, new Map([...namesOf(team), ...newcomers]));
  return (
    <>
      <table className="import-counts" data-testid="import-counts">
        <caption>{texts.teamImport.previewTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.teamImport.kind}</th>
            {counts.map((count) => (
              <th key={count} scope="col" className="number">
                {texts.teamImport.counts[count]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{texts.teamImport.kinds[kind]}</th>
              {counts.map((count) => (
                <td key={count} className="number" data-testid={`${kind}-${count}`}>
                  {plan[kind][count].length}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {refused.length > 0 ? (
        <SectionMessage appearance="error" title={texts.teamImport.refusedTitle(refused.length)}>
          <p role="alert">{texts.teamImport.refusedWhat}</p>
          <ul className="import-refused" data-testid="import-refused">
            {refused.slice(0, shownRefusals).map(({ line, why }) => (
              <li key={`${String(line)} ${why}`}>{texts.teamImport.onLine(line, texts.teamImport.why[why])}</li>
            ))}
          </ul>
          {refused.length > shownRefusals ? (
            <p>{texts.teamImport.moreRefused(refused.length - shownRefusals)}</p>
          ) : null}
        </SectionMessage>
      ) : changes.length === 0 ? (
        <p role="status">{texts.teamImport.nothing}</p>
      ) : (
        <section className="import-first">
          <h2>{texts.teamImport.first(changes.length, changeCount(plan))}</h2>
          <ul>
            {changes.map(({ key, kind, label, fields }) => (
              <li key={key}>
                <span className="subtle">{texts.teamImport.kinds[kind]}</span> <bdi>{label}</bdi>{' '}
                <span className="subtle">
                  {fields === null ? texts.teamImport.isNew : texts.teamImport.isChanged(fields.join(', '))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function namesOf({ people }: Team): Map<string, string> {
  return new Map(people.flatMap(({ accountId, name }) => (name === null ? [] : [[accountId, name]])));
}

function firstChanges(plan: ImportPlan, names: ReadonlyMap<string, string>): Change[] {
  const nameOf = (accountId: string): string => names.get(accountId) ?? accountId;
  return [
    ...changesOf('department', plan.department, ({ id, name }) => [id, name]),
    ...changesOf('person', plan.person, ({ accountId }) => [accountId, nameOf(accountId)]),
    ...changesOf('timeOff', plan.timeOff, ({ id, accountId, from, to }) => [
      id,
      `${nameOf(accountId)}, ${from === to ? from : `${from} – ${to}`}`,
    ]),
  ].slice(0, shownChanges);
}

function changesOf<Item>(kind: Kind, plan: KindPlan<Item>, idAndLabel: (item: Item) => [string, string]): Change[] {
  const change = (item: Item, fields: readonly string[] | null): Change => {
    const [id, label] = idAndLabel(item);
    return { key: `${kind} ${id}`, kind, label, fields };
  };
  return [
    ...plan.new.slice(0, shownChanges).map((item) => change(item, null)),
    ...plan.changed.slice(0, shownChanges).map(({ item, fields }) => change(item, fields)),
  ];
}
