import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import Lozenge from '@atlaskit/lozenge';
import { useCallback, useId, useState } from 'react';
import * as z from 'zod';

import type { Issue } from '../jira/issues';
import { type AppModule, type ModuleStatus, type SiteUser, statusSchema } from '../site-info';
import { UiKitModule } from '../ui-kit/ui-kit-module';
import { useLoaded } from '../use-loaded';
import { panelExtension } from './issue-extension';

import './module-panel.css';

interface ModulePanelProps {
  module: AppModule;
  user: SiteUser;
  issue: Issue;
  /** The app may have changed the issue: it says so, or its panel has been closed. */
  onChanged(): void;
}

/** A `jira:issueContext` module as Jira shows it: a panel that is closed at first, with a name and a status. */
export function ModulePanel({ module, user, issue, onChanged }: ModulePanelProps) {
  const [isOpen, setOpen] = useState(false);
  const contentId = useId();
  const { key, hasProperties } = module;
  const extension = panelExtension(module, issue);
  const question = JSON.stringify({ moduleKey: key, extension });
  const [asked, askAgain] = useLoaded(
    useCallback(() => (hasProperties ? askStatus(question) : Promise.resolve(null)), [hasProperties, question]),
  );
  const status = (asked.state === 'ready' ? asked.value : null) ?? module.status;
  const refresh = () => {
    askAgain();
    onChanged();
  };
  const toggle = () => {
    setOpen(!isOpen);
    if (isOpen) refresh();
  };
  const name = module.label ?? module.title;
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section className="module-panel" aria-label={name}>
      <h2>
        <button
          type="button"
          className="module-panel-header"
          aria-expanded={isOpen}
          aria-controls={contentId}
          onClick={toggle}
        >
          <Chevron label="" size="small" />
          <span className="module-panel-name">{name}</span>
          {status === undefined ? null : <Lozenge appearance={status.value.type}>{status.value.label}</Lozenge>}
        </button>
      </h2>
      <div id={contentId} className="module-panel-content" hidden={!isOpen}>
        {isOpen ? (
          <UiKitModule
            module={module}
            user={user}
            projectKey={issue.project?.key}
            onRefresh={refresh}
            extension={{ ...extension, location: window.location.origin + window.location.pathname }}
          />
        ) : null}
      </div>
    </section>
  );
}

const answerSchema = z.object({ status: statusSchema.nullable() });

/** @returns null when the app's function tells none */
async function askStatus(question: string): Promise<ModuleStatus | null> {
  const response = await fetch('/sandbox/properties', { method: 'POST', body: question });
  if (!response.ok) throw new Error(`The sandbox answered ${String(response.status)}.`);
  return answerSchema.parse(await response.json()).status;
}
