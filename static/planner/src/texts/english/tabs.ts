import { history } from './history';
import { teamImport } from './import';
import { team } from './team';

/** The sentences that come with the tabs of the project's page: nobody who plans waits for them. */
export const tabs = { history, team, teamImport };
