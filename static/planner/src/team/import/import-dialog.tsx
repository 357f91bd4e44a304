import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import { type ReactElement, useId, useMemo, useState } from 'react';

import type { ProblemAnswer } from '../../../../../src/contract';
import { call } from '../../bridge';
import { useNumbers } from '../../numbers/numbers';
import { problemText, texts } from '../../texts';
import { namePeople } from '../name-people';
import { changeCount, type ImportPlan, newcomersOf, planImport, refusalsOf } from './import-plan';
import { ImportPreview } from './import-preview';
import { runImport } from './run-import';
import { readTeamCsv } from './team-csv';
import type { ReadFile, Team } from './team-file';
import { readTeamJson } from './team-json';

interface ImportDialogProps {
  team: Team;
  onSaved: (team: Team | null) => void;
  onClose: () => void;
}

type Stage =
  | { at: 'choose'; problem: string | null }
  | { at: 'reading' }
  | { at: 'asking'; fraction: number }
  | { at: 'preview'; file: ReadFile; newcomers: Newcomers; problem: ProblemAnswer | null }
  | { at: 'running'; fraction: number }
  | { at: 'done'; count: number };

/** The names of those who are not in the team, by account id, as far as Jira knows them. */
type Newcomers = ReadonlyMap<string, string>;

const calls = {
  stage: (payload: Parameters<typeof call<'stageTeam'>>[1]) => call('stageTeam', payload),
  save: (payload: Parameters<typeof call<'saveTeam'>>[1]) => call('saveTeam', payload),
};

/** 32 letters and digits that nothing else has. */
const newId = (): string => crypto.randomUUID().replaceAll('-', '');

/** A team from a file: first what it will do, then, on confirm, all of it or nothing. */
export function ImportDialog({ team, onSaved, onClose }: ImportDialogProps): ReactElement {
  const [stage, setStage] = useState<Stage>({ at: 'choose', problem: null });
  const input = useId();
  const running = stage.at === 'running';
  const preview = stage.at === 'preview' ? stage : null;
  const { file, newcomers } = preview ?? { file: null, newcomers: null };
  const plan = useMemo(
    () => (file === null ? null : planImport(file, team, newId, newcomers)),
    [file, newcomers, team],
  );
  const ready = plan !== null && changeCount(plan) > 0 && refusalsOf(plan).length === 0;

  const read = async (chosen: File): Promise<void> => {
    setStage({ at: 'reading' });
    try {
      const text = await chosen.text();
      const isJson = /^\ufeff?\s*[{[]/.test(text);
      const read = isJson ? readTeamJson(text) : readTeamCsv(text);
      const ask = (accountIds: string[]) => call('namePeople', { boardId: team.board.id, accountIds });
      const answer = await namePeople(newcomersOf(read, team), ask, (fraction) => {
        setStage({ at: 'asking', fraction });
      });
      if ('problem' in answer) setStage({ at: 'choose', problem: problemText(answer.problem) });
      else setStage({ at: 'preview', file: read, newcomers: answer.value, problem: null });
    } catch {
      setStage({ at: 'choose', problem: texts.teamImport.unreadable });
    }
  };
  const readAgain = async (): Promise<void> => {
    const answer = await call('openTeam', {
      boardId: team.board.id,
      ...(team.sprint === null ? {} : { sprintId: team.sprint.sprintId }),
    });
    if ('value' in answer) onSaved(answer.value);
  };
  const go = async (from: Stage & { at: 'preview' }, seen: ImportPlan): Promise<void> => {
    setStage({ at: 'running', fraction: 0 });
    const end = await runImport(seen, team, newId(), calls, (fraction) => {
      setStage({ at: 'running', fraction });
    });
    if ('problem' in end) {
      // What the import does to the team of somebody who was faster is another preview.
      if (end.problem.code === 'team.conflict') await readAgain();
      setStage({ ...from, problem: end.problem });
      return;
    }
    setStage({ at: 'done', count: changeCount(seen) });
    onSaved(end.team);
  };
  const close = (): void => {
    if (!running) onClose();
  };

  return (
    <ModalTransition>
      <Modal onClose={close} width="large" shouldCloseOnOverlayClick={!running} testId="import-dialog">
        <ModalHeader hasCloseButton={!running} closeButtonLabel={texts.teamImport.close}>
          <ModalTitle>{texts.teamImport.title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="import">
            {running || stage.at === 'done' ? null : (
              <>
                <p>{texts.teamImport.intro}</p>
                <p className="subtle small">{texts.teamImport.csvHelp('web; 2026-03-01:billing')}</p>
                <label className="import-file" htmlFor={input}>
                  {texts.teamImport.file}
                </label>
                <input
                  id={input}
                  type="file"
                  accept=".csv,.json,text/csv,application/json"
                  data-testid="import-file"
                  onChange={({ currentTarget }) => {
                    const file = currentTarget.files?.[0];
                    if (file !== undefined) void read(file);
                  }}
                  onClick={({ currentTarget }) => {
                    // The same file, corrected meanwhile, must be a change too.
                    currentTarget.value = '';
                  }}
                />
              </>
            )}
            <div role="status">
              {stage.at === 'reading' ? texts.teamImport.reading : null}
              {stage.at === 'done' ? <p data-testid="imported">{texts.teamImport.done(stage.count)}</p> : null}
            </div>
            {stage.at === 'choose' && stage.problem !== null ? <p role="alert">{stage.problem}</p> : null}
            {stage.at === 'preview' && stage.problem !== null ? (
              <SectionMessage appearance="error" title={texts.teamImport.failed}>
                <p role="alert">{problemText(stage.problem)}</p>
              </SectionMessage>
            ) : null}
            {plan === null || newcomers === null ? null : (
              <ImportPreview plan={plan} team={team} newcomers={newcomers} />
            )}
            {stage.at === 'asking' ? <Progress fraction={stage.fraction} said={texts.teamImport.asking} /> : null}
            {stage.at === 'running' ? <Progress fraction={stage.fraction} said={texts.teamImport.progress} /> : null}
          </div>
        </ModalBody>
        <ModalFooter>
          {stage.at === 'done' ? (
            <Button appearance="primary" onClick={close}>
              {texts.teamImport.close}
            </Button>
          ) : (
            <>
              <Button appearance="subtle" isDisabled={running} onClick={close}>
                {texts.teamImport.cancel}
              </Button>
              <Button
                appearance="primary"
                isDisabled={!ready && !running}
                isLoading={running}
                testId="import"
                onClick={() => {
                  if (preview !== null && plan !== null) void go(preview, plan);
                }}
              >
                {stage.at === 'preview' && stage.problem !== null ? texts.teamImport.again : texts.teamImport.go}
              </Button>
            </>
          )}
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

function Progress({ fraction, said: words }: { fraction: number; said: (done: string) => string }): ReactElement {
  const said = words(useNumbers().percent(fraction));
  return (
    <div className="import-progress">
      <ProgressBar ariaLabel={said} value={fraction} />
      <p className="subtle small">{said}</p>
    </div>
  );
}
