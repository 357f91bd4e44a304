import type { Board } from '../jira/boards';
import type { Sprint } from '../jira/sprints';
import type { AppModule } from '../site-info';

/** Where on the site a module was opened. */
export interface ModulePlace {
  board: Board;
  /** The board's active and future sprints. */
  sprints: readonly Sprint[];
  /** The sprint whose menu it was, for a sprint action. */
  sprint: Sprint | undefined;
  /** Full address of the page. */
  location: string;
}

/**
 * The extension data that Jira hands to the module. Ids are strings: so the page on `jira:projectPage` documents
 * `board.id`; Atlassian has no table for the three menus (FORGE.md 1.1).
 */
export function moduleExtension(module: AppModule, { board, sprints, sprint, location }: ModulePlace) {
  return {
    type: module.type,
    ...(board.location?.projectId === undefined
      ? {}
      : { project: { id: String(board.location.projectId), key: board.location.projectKey, type: 'software' } }),
    board: { id: String(board.id), type: board.type },
    ...(module.type === 'jira:sprintAction' && sprint !== undefined ? { sprint: sprintOf(sprint) } : {}),
    ...(module.type === 'jira:boardAction' ? { sprints: sprints.map(sprintOf) } : {}),
    location,
  };
}

function sprintOf({ id, state }: Sprint) {
  return { id: String(id), state };
}
