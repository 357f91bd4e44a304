import DynamicTable from '@atlaskit/dynamic-table';
import Lozenge from '@atlaskit/lozenge';

import { pathOf } from '../address';
import { SiteLink } from '../navigation';
import type { Overview } from './inspector-data';
import { useShownValues } from './shown-values';

const stateAppearances = { future: 'default', active: 'inprogress', closed: 'success' } as const;

/** Boards and sprints as the site holds them. */
export function BoardsView({ overview: { boards, sprints } }: { overview: Overview }) {
  const shown = useShownValues();
  const day = (date: string | null) => (date === null ? 'None' : shown.dateAndTime(Date.parse(date)));
  return (
    <>
      <h2>Boards</h2>
      <DynamicTable
        label="Boards"
        rowsPerPage={25}
        head={{
          cells: [
            { key: 'id', content: 'Id', isSortable: true, width: 10 },
            { key: 'name', content: 'Name', isSortable: true },
            { key: 'type', content: 'Type', isSortable: true },
            { key: 'project', content: 'Project', isSortable: true },
            { key: 'estimation', content: 'Estimation', isSortable: true },
          ],
        }}
        rows={boards.map(({ id, name, type, projectKey, estimation }) => ({
          key: String(id),
          cells: [
            { key: id, content: id },
            { key: name, content: <SiteLink href={pathOf({ kind: 'backlog', boardId: id })}>{name}</SiteLink> },
            { key: type, content: type },
            { key: projectKey, content: projectKey },
            { key: estimation ?? '', content: estimation ?? 'None' },
          ],
        }))}
      />
      <h2>Sprints</h2>
      <DynamicTable
        label="Sprints"
        rowsPerPage={25}
        emptyView={<p>The site has no sprints.</p>}
        head={{
          cells: [
            { key: 'id', content: 'Id', isSortable: true, width: 10 },
            { key: 'name', content: 'Name', isSortable: true },
            { key: 'state', content: 'State', isSortable: true },
            { key: 'board', content: 'Board', isSortable: true },
            { key: 'start', content: 'Start', isSortable: true },
            { key: 'end', content: 'End', isSortable: true },
            { key: 'issues', content: 'Issues', isSortable: true },
          ],
        }}
        rows={sprints.map(({ id, name, state, originBoardId, startDate, endDate, issues }) => ({
          key: String(id),
          cells: [
            { key: id, content: id },
            { key: name, content: <span className="inspector-text">{name}</span> },
            { key: state, content: <Lozenge appearance={stateAppearances[state]}>{state}</Lozenge> },
            { key: originBoardId, content: originBoardId },
            { key: startDate ?? '', content: day(startDate) },
            { key: endDate ?? '', content: day(endDate) },
            { key: issues, content: shown.number(issues) },
          ],
        }))}
      />
    </>
  );
}
