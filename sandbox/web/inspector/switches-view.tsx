import Textfield from '@atlaskit/textfield';
import { useState } from 'react';

import { type SessionChange, useSite } from '../site-info';
import { siteLocales } from '../top-bar/site-locales';
import { FaultList } from './fault-list';
import { type Conditions, changeConditions, type ConditionsChange } from './inspector-data';
import { Labelled } from './labelled';
import { UninstallApp } from './uninstall-app';

interface SwitchesViewProps {
  conditions: Conditions;
  faultTargets: readonly string[];
  /** Of this browser: who looks, and how. */
  onSession(change: SessionChange): void;
  onChanged(): void;
}

/** Who acts, and how Atlassian's services behave. */
export function SwitchesView({ conditions, faultTargets, onSession, onChanged }: SwitchesViewProps) {
  const [refusal, setRefusal] = useState<string>();
  const change = (wish: ConditionsChange): Promise<boolean> =>
    changeConditions(wish).then(
      () => {
        setRefusal(undefined);
        onChanged();
        return true;
      },
      (error: unknown) => {
        setRefusal(error instanceof Error ? error.message : String(error));
        return false;
      },
    );
  return (
    <>
      <section aria-labelledby="inspector-session">
        <h2 id="inspector-session">This browser</h2>
        <SessionFields onSession={onSession} />
      </section>
      <section aria-labelledby="inspector-conditions">
        <h2 id="inspector-conditions">How Jira and Forge behave, for everybody on this sandbox</h2>
        <div role="alert" className="inspector-bad">
          {refusal}
        </div>
        <div className="inspector-fields">
          <Switch
            label="Short pages: every page of Jira and of a query holds one object"
            isOn={conditions.shortPages}
            onSet={(shortPages) => change({ shortPages })}
          />
          <Switch
            label="Prompt expiry: stored values are gone when they expire, not up to 48 hours later"
            isOn={conditions.promptExpiry}
            onSet={(promptExpiry) => change({ promptExpiry })}
          />
          <Switch
            label="Realtime off: pages can neither subscribe to a channel nor publish on it"
            isOn={conditions.realtimeOff}
            onSet={(realtimeOff) => change({ realtimeOff })}
          />
          <Milliseconds
            label="Delay of each Jira and storage call (ms)"
            value={conditions.delayMilliseconds}
            onSet={(delayMilliseconds) => change({ delayMilliseconds })}
          />
          <Milliseconds
            label="How far storage queries lag behind (ms)"
            value={conditions.queryLagMilliseconds}
            onSet={(queryLagMilliseconds) => change({ queryLagMilliseconds })}
          />
          <Milliseconds
            label="How far Jira's issue lists lag behind (ms)"
            value={conditions.listLagMilliseconds}
            onSet={(listLagMilliseconds) => change({ listLagMilliseconds })}
          />
        </div>
        <FaultList faults={conditions.faults} targets={faultTargets} change={change} />
      </section>
      <UninstallApp />
    </>
  );
}

function SessionFields({ onSession }: { onSession: (change: SessionChange) => void }) {
  const site = useSite();
  return (
    <div className="inspector-fields">
      <Labelled label="Acting user">
        {(id) => (
          <select
            id={id}
            className="inspector-select"
            value={site.user ?? ''}
            onChange={({ currentTarget }) => {
              onSession({ user: currentTarget.value });
            }}
          >
            {site.users.map(({ accountId, displayName, role }) => (
              <option key={accountId} value={accountId}>{`${displayName} (${role})`}</option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="Theme">
        {(id) => (
          <select
            id={id}
            className="inspector-select"
            value={site.theme}
            onChange={({ currentTarget }) => {
              onSession({ theme: currentTarget.value === 'dark' ? 'dark' : 'light' });
            }}
          >
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </select>
        )}
      </Labelled>
      <Labelled label="Language and region">
        {(id) => (
          <select
            id={id}
            className="inspector-select"
            value={site.locale}
            onChange={({ currentTarget }) => {
              onSession({ locale: currentTarget.value });
            }}
          >
            {siteLocales(site.locale).map(({ id: locale, text }) => (
              <option key={locale} value={locale}>{`${text} (${locale})`}</option>
            ))}
          </select>
        )}
      </Labelled>
    </div>
  );
}

interface MillisecondsProps {
  label: string;
  value: number;
  /** Resolves to whether it could be. */
  onSet(value: number): Promise<boolean>;
}

/** Set with Enter or when the field is left; what could not be set stays in the field. */
function Milliseconds({ label, value, onSet }: MillisecondsProps) {
  const [text, setText] = useFollowing(value, String(value));
  const set = () => {
    if (text.trim() !== String(value)) void onSet(text.trim() === '' ? Number.NaN : Number(text));
  };
  return (
    <Labelled label={label}>
      {(id) => (
        <Textfield
          id={id}
          isCompact
          inputMode="numeric"
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
          onBlur={set}
          onKeyDown={({ key }) => {
            if (key === 'Enter') set();
          }}
        />
      )}
    </Labelled>
  );
}

/** On at once, and off again when it could not be. */
function Switch({ label, isOn, onSet }: { label: string; isOn: boolean; onSet: (isOn: boolean) => Promise<boolean> }) {
  const [isChecked, setChecked] = useFollowing(isOn, isOn);
  return (
    <label className="inspector-check">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={({ currentTarget: { checked } }) => {
          setChecked(checked);
          void onSet(checked).then((couldBe) => {
            if (!couldBe) setChecked(!checked);
          });
        }}
      />
      {label}
    </label>
  );
}

/** A field's own content, until the sandbox has another value: somebody else may have set it. */
function useFollowing<Content>(value: unknown, content: Content): [Content, (content: Content) => void] {
  const [kept, setKept] = useState({ value, content });
  if (kept.value !== value) setKept({ value, content });
  const set = (next: Content) => {
    setKept({ value, content: next });
  };
  return [kept.value === value ? kept.content : content, set];
}
