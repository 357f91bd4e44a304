import { getAllBoards, getBoard, getBoardConfiguration } from './boards';
import { editIssue } from './edit-issue';
import {
  getBoardIssuesForSprintJSIS,
  getIssuesForBacklogJSIS,
  getIssuesForBoardJSIS,
  getIssuesForSprintJSIS,
} from './issue-lists';
import { getIssue } from './issues';
import { getMyPermissions } from './my-permissions';
import type { Operation } from './operation';
import { getConfiguration, getCurrentUser, getServerInfo } from './site-operations';
import { getAllSprints, getSprint } from './sprints';

/** Everything of Jira's REST API that the sandbox models. */
export const operations: readonly Operation[] = [
  getAllBoards,
  getBoard,
  getBoardConfiguration,
  getAllSprints,
  getSprint,
  getBoardIssuesForSprintJSIS,
  getIssuesForSprintJSIS,
  getIssuesForBacklogJSIS,
  getIssuesForBoardJSIS,
  getIssue,
  editIssue,
  getMyPermissions,
  getConfiguration,
  getCurrentUser,
  getServerInfo,
];
