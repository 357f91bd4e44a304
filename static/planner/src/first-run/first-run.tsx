import './first-run.css';

import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { type ReactElement, useEffect, useRef, useState } from 'react';

import type { BoardSettings, Payload, Planner, ProblemAnswer } from '../../../../src/contract';
import { call } from '../bridge';
import { useNumbers } from '../numbers/numbers';
import { problemText, texts } from '../texts';
import { FirstRunSteps } from './first-run-steps';
import { LearnLine } from './learn-line';
import { emptySetup, readSetup, setupFormOf, type SetupForm, type Suggestion } from './setup';

interface FirstRunProps {
  planner: Planner;
  /**
   * What is other than the planner behind has it: the settings and all that they touch, their revision only, or nothing;
   * and whether the closed sprints are to be learnt from.
   */
  onClose: (changed: BoardSettings | 'revision' | 'nothing', learns: boolean) => void;
}

type Change = Omit<Payload<'saveBoardSettings'>, 'boardId' | 'revision'>;

/** Asks a board that nobody has set up for three things, all of them guessed already. */
export function FirstRun({ planner, onClose }: FirstRunProps): ReactElement {
  const { board, timeTracking } = planner;
  // The planner behind is read anew now and then; what is typed here must not be guessed anew with it.
  const numbers = useNumbers();
  const [{ typed }] = useState(numbers);
  const [reading, setReading] = useState(true);
  const [suggestion, setSuggestion] = useState<Suggestion | null>(null);
  const [form, setForm] = useState<SetupForm>(emptySetup);
  /** How often it was not sent because something is wrong: from then on it is said. */
  const [refusals, setRefusals] = useState(0);
  const [learns, setLearns] = useState(true);
  const [busy, setBusy] = useState<'use' | 'without' | null>(null);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);

  useEffect(() => {
    let current = true;
    void call('suggestSetup', { boardId: board.id }).then((answer) => {
      if (!current) return;
      setReading(false);
      if ('problem' in answer) return;
      setSuggestion(answer.value);
      setForm(setupFormOf(answer.value, typed));
    });
    return () => {
      current = false;
    };
  }, [board.id, typed]);

  // Until then there is nothing to take: a key that comes too early must not decide anything.
  const wait = useRef<HTMLDivElement>(null);
  // To take what was guessed is one key away.
  const useButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!reading) useButton.current?.focus();
  }, [reading]);

  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const closedSprints = suggestion?.closedSprints ?? null;
  const mayLearn = planner.learnt.rows.length === 0 && closedSprints !== 0;

  const workingTime = suggestion?.timeTracking ?? timeTracking;
  const result = readSetup(form, suggestion, workingTime);
  const revision = suggestion?.revision ?? planner.settings.revision;
  const save = (change: Change) => call('saveBoardSettings', { boardId: board.id, revision, ...change });

  const use = async (): Promise<void> => {
    if (!('change' in result)) {
      setRefusals(refusals + 1);
      return;
    }
    setBusy('use');
    setProblem(null);
    const answer = await save(result.change);
    if ('value' in answer) {
      onClose(answer.value, mayLearn && learns);
      return;
    }
    setProblem(answer.problem);
    // What was typed stays; the next try is made with what holds now.
    if (answer.problem.code === 'settings.conflict') {
      const now = await call('suggestSetup', { boardId: board.id });
      if ('value' in now) setSuggestion(now.value);
    }
    setBusy(null);
  };
  /** Planning goes on even when it cannot be stored that nobody wants to be asked. */
  const startWithout = async (): Promise<void> => {
    setBusy('without');
    const answer = await save({ setUp: true });
    onClose('value' in answer ? 'revision' : 'nothing', false);
  };

  return (
    <ModalTransition>
      <Modal
        width="medium"
        shouldCloseOnOverlayClick={false}
        testId="first-run"
        autoFocus={wait}
        onClose={() => {
          if (busy === null) onClose('nothing', false);
        }}
      >
        <ModalHeader>
          <ModalTitle>{texts.firstRun.title(board.name)}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          {reading ? (
            <div ref={wait} tabIndex={-1} className="first-run-reading">
              <Spinner size="large" label={texts.firstRun.reading} />
            </div>
          ) : (
            <div ref={fields} className="first-run">
              <p>{suggestion === null ? texts.firstRun.failed : texts.firstRun.intro}</p>
              {problem === null ? null : (
                <SectionMessage appearance="error" title={texts.firstRun.notSaved}>
                  <p role="alert">
                    {problem.code === 'settings.conflict' ? texts.firstRun.conflict : problemText(problem)}
                  </p>
                </SectionMessage>
              )}
              <FirstRunSteps
                form={form}
                suggestion={suggestion}
                workingTime={workingTime}
                problems={refusals > 0 && 'problems' in result ? result.problems : noProblems}
                disabled={busy !== null}
                onChange={(part) => {
                  setForm({ ...form, ...part });
                }}
              />
              {mayLearn ? (
                <LearnLine
                  closedSprints={closedSprints}
                  learns={learns}
                  disabled={busy !== null}
                  onChange={setLearns}
                />
              ) : null}
              <p className="subtle small">{texts.firstRun.later}</p>
            </div>
          )}
        </ModalBody>
        <ModalFooter>
          <Button
            appearance="subtle"
            isLoading={busy === 'without'}
            isDisabled={busy === 'use'}
            testId="first-run-without"
            onClick={() => void startWithout()}
          >
            {texts.firstRun.without}
          </Button>
          <Button
            ref={useButton}
            appearance="primary"
            isLoading={busy === 'use'}
            isDisabled={reading || busy === 'without'}
            testId="first-run-use"
            onClick={() => void use()}
          >
            {texts.firstRun.use}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

const noProblems: ReadonlySet<never> = new Set();
