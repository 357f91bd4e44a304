import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import GlobeIcon from '@atlaskit/icon/core/globe';
import ThemeIcon from '@atlaskit/icon/core/theme';
import Lozenge from '@atlaskit/lozenge';

import { pathOf } from '../address';
import { ChoiceMenu } from '../menu/choice-menu';
import { SiteLink } from '../navigation';
import { PersonMark } from '../person/person-mark';
import { loggedIn, type SessionChange, useSite } from '../site-info';
import { siteLocales } from './site-locales';

import './top-bar.css';

const roleText: Record<string, string> = {
  admin: 'Jira admin',
  member: 'Plans sprints',
  viewer: 'Can view only',
  outsider: 'Sees no project',
};

interface TopBarProps {
  onChange(change: SessionChange): void;
}

export function TopBar({ onChange }: TopBarProps) {
  const site = useSite();
  const user = loggedIn(site);
  return (
    <header className="top-bar">
      <SiteLink href="/" className="top-bar-product">
        Jira
      </SiteLink>
      <Lozenge>Sandbox</Lozenge>
      <span className="top-bar-site">{site.name}</span>
      <div className="top-bar-actions">
        {user?.role === 'admin' ? (
          <SiteLink href={pathOf({ kind: 'admin' })} className="top-bar-link">
            Settings
          </SiteLink>
        ) : null}
        <SiteLink href={pathOf({ kind: 'inspector', view: 'traffic' })} className="top-bar-link">
          Inspector
        </SiteLink>
        <ChoiceMenu
          label={`Language and region: ${site.locale}`}
          heading="Language and region"
          className="icon-button"
          choices={siteLocales(site.locale)}
          chosen={site.locale}
          onChoose={(locale) => {
            onChange({ locale });
          }}
        >
          <GlobeIcon label="" />
          <span className="top-bar-wide">{site.locale}</span>
        </ChoiceMenu>
        <button
          type="button"
          className="icon-button"
          aria-label={site.theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
          title={site.theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
          onClick={() => {
            onChange({ theme: site.theme === 'dark' ? 'light' : 'dark' });
          }}
        >
          <ThemeIcon label="" />
        </button>
        {user === undefined ? null : (
          <ChoiceMenu
            label={`Logged in as ${user.displayName}. Switch user`}
            heading="Switch user"
            className="icon-button top-bar-user"
            choices={site.users.map(({ accountId, displayName, role }) => ({
              id: accountId,
              text: displayName,
              detail: roleText[role] ?? role,
            }))}
            chosen={user.accountId}
            onChoose={(accountId) => {
              onChange({ user: accountId });
            }}
          >
            <PersonMark accountId={user.accountId} name={user.displayName} />
            <span className="top-bar-wide">{user.displayName}</span>
            <ChevronDownIcon label="" size="small" />
          </ChoiceMenu>
        )}
      </div>
    </header>
  );
}
