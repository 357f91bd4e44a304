import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import Lozenge from '@atlaskit/lozenge';
import { type ButtonHTMLAttributes, type ReactElement, type Ref, useEffect, useRef, useState } from 'react';

import type { PlannerItem, PlannerTransition, ProblemAnswer } from '../../../../src/contract';
import { call } from '../bridge';
import type { IssueEdit } from '../plan/planner-state';
import './status-menu.css';
import { problemText, texts } from '../texts';

interface StatusMenuProps {
  item: PlannerItem;
  disabled: boolean;
  onEdit: (edit: IssueEdit) => void;
  onOpenIssue: (key: string) => void;
}

const lozenges = { new: 'default', indeterminate: 'inprogress', done: 'success', undefined: 'default' } as const;

/** The status of an issue; a click asks Jira where it can go from here, and offers that. */
export function StatusMenu({ item, disabled, onEdit, onOpenIssue }: StatusMenuProps): ReactElement {
  const [menu, setMenu] = useState<'never' | 'open' | 'closed'>('never');
  const [attempt, setAttempt] = useState(0);
  const [read, setRead] = useState<readonly PlannerTransition[] | ProblemAnswer | null>(null);
  const staysOpen = useRef(false);
  const { issueId, key, status } = item;
  const statusId = status.id;

  useEffect(() => {
    if (menu !== 'open') return undefined;
    let wanted = true;
    // Where an issue can go depends on where it is, and on what others did meanwhile: read each time.
    setRead(null);
    void call('readTransitions', { issueId }).then((answer) => {
      if (!wanted) return;
      // A workflow may lead from a status to itself; as a change of status that is none.
      setRead('value' in answer ? answer.value.transitions.filter(({ to }) => to.id !== statusId) : answer.problem);
    });
    return () => {
      wanted = false;
    };
  }, [menu, issueId, statusId, attempt]);

  const lozenge = (
    <Lozenge appearance={lozenges[status.category]} maxWidth={116}>
      {status.name}
    </Lozenge>
  );
  if (disabled) return lozenge;

  const button = (extra: ButtonHTMLAttributes<HTMLButtonElement>, ref?: Ref<HTMLButtonElement>): ReactElement => (
    <button
      {...extra}
      ref={ref}
      type="button"
      className="status-button"
      aria-label={texts.issue.changeStatus(key, status.name)}
      title={status.name}
      data-testid={`status-${key}`}
      onClick={() => {
        setMenu(menu === 'open' ? 'closed' : 'open');
      }}
    >
      {lozenge}
    </button>
  );
  // A menu for each of thousands of rows would be paid for by everybody; it is made for who asks for it.
  if (menu === 'never') return button({});
  return (
    <DropdownMenu<HTMLButtonElement>
      isOpen={menu === 'open'}
      onOpenChange={({ isOpen }) => {
        if (!isOpen && staysOpen.current) {
          staysOpen.current = false;
          return;
        }
        setMenu(isOpen ? 'open' : 'closed');
      }}
      isLoading={read === null}
      statusLabel={texts.issue.readingTransitions}
      label={texts.issue.statusMenu(key)}
      placement="bottom-end"
      spacing="compact"
      autoFocus
      trigger={({ triggerRef, isSelected: _isSelected, testId: _testId, ...trigger }) => button(trigger, triggerRef)}
    >
      <DropdownItemGroup title={texts.issue.statusMenu(key)}>
        {read === null ? null : 'code' in read ? (
          <DropdownItem
            ref={focusArrived}
            description={<Hint>{problemText(read)}</Hint>}
            onClick={() => {
              // A click on an item closes its menu; this one has more to show.
              staysOpen.current = true;
              setAttempt(attempt + 1);
            }}
          >
            {texts.issue.againTransitions}
          </DropdownItem>
        ) : read.length === 0 ? (
          <DropdownItem isDisabled shouldTitleWrap>
            {texts.issue.noTransitions}
          </DropdownItem>
        ) : (
          read.map((transition, index) => (
            <DropdownItem
              key={transition.id}
              ref={index === 0 ? focusArrived : null}
              description={<Hint>{descriptionOf(transition)}</Hint>}
              onClick={() => {
                if (transition.needsScreen) onOpenIssue(key);
                else onEdit({ issueId, field: 'status', value: transition.to, transitionId: transition.id });
              }}
            >
              <Lozenge appearance={lozenges[transition.to.category]}>{transition.to.name}</Lozenge>
            </DropdownItem>
          ))
        )}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}

/** The menu opens before it has items, and then nothing in it can have the focus. */
function focusArrived(item: HTMLElement | null): void {
  item?.focus();
}

/** Readable on a hovered item too: what the menu paints descriptions with is too pale there in dark mode. */
function Hint({ children }: { children: string }): ReactElement {
  return <span className="status-hint">{children}</span>;
}

/** The transition's own name when it says more than the status does, and what Jira wants filled in. */
function descriptionOf({ name, to, needsScreen, requiredFields }: PlannerTransition): string {
  return [
    ...(name.toLowerCase() === to.name.toLowerCase() ? [] : [name]),
    ...(needsScreen ? [texts.issue.needsFields(requiredFields)] : []),
  ].join(' · ');
}
