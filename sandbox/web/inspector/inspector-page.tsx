import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';

import { type InspectorView, inspectorViews, pathOf } from '../address';
import { SiteLink } from '../navigation';
import { usePageTitle } from '../page/page-title';
import type { SessionChange } from '../site-info';
import { BoardsView } from './boards-view';
import { changeConditions, type Conditions, conditionsSchema, overviewSchema } from './inspector-data';
import { IssuesView } from './issues-view';
import { StorageView } from './storage-view';
import { SwitchesView } from './switches-view';
import { TrafficView } from './traffic-view';
import { useWatched } from './use-watched';
import { UsersView } from './users-view';
import { WatchedPart } from './watched-part';

import '../page/board-frame.css';
import './inspector.css';

const viewNames: Record<InspectorView, string> = {
  traffic: 'Traffic',
  issues: 'Issues',
  boards: 'Boards and sprints',
  storage: 'Storage',
  users: 'Users',
  switches: 'Switches',
};

interface InspectorPageProps {
  view: InspectorView;
  onChange(change: SessionChange): void;
}

/** For a developer of the app, when something is odd: what there is, what the app did, and what could go wrong. */
export function InspectorPage({ view, onChange }: InspectorPageProps) {
  usePageTitle(viewNames[view], 'Inspector');
  const watched = useWatched('/sandbox/conditions', conditionsSchema);
  return (
    <main className="board-frame inspector">
      <div className="board-head">
        <div className="board-title">
          <h1>Inspector</h1>
        </div>
        <nav aria-label="Views of the inspector">
          <ul className="board-views">
            {inspectorViews.map((name) => (
              <li key={name}>
                <SiteLink
                  className="board-view"
                  href={pathOf({ kind: 'inspector', view: name })}
                  {...(name === view ? { 'aria-current': 'page' } : {})}
                >
                  {viewNames[name]}
                </SiteLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <WatchedPart watched={watched} isQuiet={view !== 'switches'}>
        {({ conditions, faultTargets }) => (
          <>
            <BadDay conditions={conditions} onChanged={watched.again} />
            {view === 'switches' ? (
              <SwitchesView
                conditions={conditions}
                faultTargets={faultTargets}
                onSession={onChange}
                onChanged={watched.again}
              />
            ) : view === 'traffic' ? (
              <TrafficView />
            ) : view === 'issues' ? (
              <IssuesView />
            ) : (
              <OverviewPart view={view} />
            )}
          </>
        )}
      </WatchedPart>
    </main>
  );
}

function OverviewPart({ view }: { view: 'boards' | 'storage' | 'users' }) {
  const watched = useWatched('/sandbox/inspect/overview', overviewSchema);
  return (
    <WatchedPart watched={watched}>
      {(overview) => {
        switch (view) {
          case 'boards':
            return <BoardsView overview={overview} />;
          case 'storage':
            return <StorageView overview={overview} />;
          case 'users':
            return <UsersView overview={overview} />;
        }
      }}
    </WatchedPart>
  );
}

/** Somebody switched something on, perhaps yesterday: whatever looks odd may come from it. */
function BadDay({ conditions, onChanged }: { conditions: Conditions; onChanged: () => void }) {
  const {
    shortPages,
    delayMilliseconds,
    queryLagMilliseconds,
    listLagMilliseconds,
    promptExpiry,
    realtimeOff,
    faults,
  } = conditions;
  const troubles = [
    ...(shortPages ? ['short pages'] : []),
    ...(delayMilliseconds > 0 ? [`${String(delayMilliseconds)} ms before each answer`] : []),
    ...(promptExpiry ? ['values gone when they expire'] : []),
    ...(realtimeOff ? ['realtime off'] : []),
    ...(queryLagMilliseconds > 0 ? [`storage queries ${String(queryLagMilliseconds)} ms behind`] : []),
    ...(listLagMilliseconds > 0 ? [`issue lists ${String(listLagMilliseconds)} ms behind`] : []),
    ...faults.map(({ operation, status }) => `${String(status)} from ${operation}`),
  ];
  if (troubles.length === 0) return null;
  const clear = () => {
    void changeConditions({ shortPages: false, delayMilliseconds: 0, queryLagMilliseconds: 0, faults: [] }).then(
      onChanged,
    );
  };
  return (
    <div className="inspector-message">
      <SectionMessage
        appearance="warning"
        title="Jira and Forge have a bad day"
        actions={[
          <SectionMessageAction key="clear" onClick={clear}>
            Make it a good one
          </SectionMessageAction>,
        ]}
      >
        <p>{troubles.join(', ')}</p>
      </SectionMessage>
    </div>
  );
}
