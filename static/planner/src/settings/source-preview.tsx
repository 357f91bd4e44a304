import { type ReactElement, useEffect, useState } from 'react';

import type { Payload, ProblemAnswer, Value } from '../../../../src/contract';
import { call } from '../bridge';
import { useNumbers } from '../numbers/numbers';
import { problemText, texts } from '../texts';

type Preview = Value<'previewBoardSettings'>;
type Change = Pick<Payload<'previewBoardSettings'>, 'confidenceSource' | 'estimateSource'>;

/** A preview reads a sprint: it waits until a choice is made. */
const quietMilliseconds = 400;

/** The rest is told as a number. */
const mostRows = 20;

/** What other sources of confidence and estimates would change in the current sprint, before they are saved. */
export function SourcePreview({ boardId, change }: { boardId: number; change: Change }): ReactElement {
  const { confidenceSource, estimateSource } = change;
  const kind = confidenceSource?.kind;
  const fieldId = confidenceSource?.kind === 'field' ? confidenceSource.fieldId : undefined;
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [reading, setReading] = useState(true);

  useEffect(() => {
    let wanted = true;
    setReading(true);
    const timer = setTimeout(() => {
      const asked = {
        boardId,
        ...(fieldId !== undefined
          ? { confidenceSource: { kind: 'field' as const, fieldId } }
          : kind === 'planprism'
            ? { confidenceSource: { kind } }
            : {}),
        ...(estimateSource === undefined ? {} : { estimateSource }),
      };
      void call('previewBoardSettings', asked).then((answer) => {
        if (!wanted) return;
        setReading(false);
        setPreview('value' in answer ? answer.value : null);
        setProblem('problem' in answer ? answer.problem : null);
      });
    }, quietMilliseconds);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [boardId, kind, fieldId, estimateSource]);

  return (
    <div className="source-preview" aria-busy={reading} data-testid="source-preview">
      <h3>{texts.settings.preview}</h3>
      <p role="status">
        {reading
          ? texts.settings.previewing
          : problem !== null
            ? texts.detailed(texts.settings.previewFailed, problemText(problem))
            : preview === null
              ? ''
              : preview.changes.length === 0
                ? texts.settings.previewNone(preview.sprint.name, preview.issues)
                : texts.settings.previewOf(preview.sprint.name, preview.changes.length, preview.issues)}
      </p>
      {!reading && preview !== null && preview.changes.length > 0 ? <Changes preview={preview} /> : null}
    </div>
  );
}

function Changes({ preview: { changes, before, after } }: { preview: Preview }): ReactElement {
  const numbers = useNumbers();
  const ratio = (value: number | null): string => (value === null ? texts.noRatio : numbers.percent(value / 100));
  return (
    <>
      <p>
        {texts.detailed(
          texts.settings.above,
          texts.settings.beforeAfter(numbers.plain(before.above), numbers.plain(after.above)),
        )}
        {before.ratio === null && after.ratio === null
          ? null
          : ` · ${texts.detailed(
              texts.finding.method.ratio,
              texts.settings.beforeAfter(ratio(before.ratio), ratio(after.ratio)),
            )}`}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.columns.key}</th>
            <th scope="col">{texts.columns.summary}</th>
            <th scope="col">{texts.settings.before}</th>
            <th scope="col">{texts.settings.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, mostRows).map((issue) => (
            <tr key={issue.issueId}>
              <th scope="row">{issue.key}</th>
              <td className="source-preview-summary">
                <bdi>{issue.summary}</bdi>
              </td>
              <td>
                <Counted counted={issue.before} />
              </td>
              <td>
                <Counted counted={issue.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > mostRows ? (
        <p className="source-preview-more">{texts.settings.moreChanges(changes.length - mostRows)}</p>
      ) : null}
    </>
  );
}

function Counted({
  counted: { hours, confidence, known },
}: {
  counted: Preview['changes'][number]['before'];
}): ReactElement {
  const numbers = useNumbers();
  if (hours === null) return <>{texts.noEstimate}</>;
  return (
    <>
      {texts.settings.counted(numbers.hours(hours), numbers.percent(confidence / 100))}
      {known ? null : <span className="subtle"> ({texts.defaultMark})</span>}
    </>
  );
}
