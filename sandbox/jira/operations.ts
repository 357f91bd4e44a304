import { addWorklog } from './add-worklog';
import { getAllBoards, getBoard, getBoardConfiguration } from './boards';
import { bulkFetchIssues } from './bulk-fetch';
import { deleteIssue } from './delete-issue';
import { editIssue } from './edit-issue';
import { getFields } from './fields';
import {
  getBoardIssuesForSprintJSIS,
  getIssuesForBacklogJSIS,
  getIssuesForBoardJSIS,
  getIssuesForSprintJSIS,
} from './issue-lists';
import {
  bulkDeleteIssueProperty,
  bulkSetIssuePropertiesByIssue,
  deleteIssueProperty,
  getIssueProperty,
  setIssueProperty,
} from './issue-properties';
import { getIssue, getSoftwareIssue } from './issues';
import { moveIssuesToBacklog, moveIssuesToBacklogForBoard, moveIssuesToSprintAndRank } from './move-issues';
import { getMyPermissions } from './my-permissions';
import type { Operation } from './operation';
import { rankIssues } from './rank-issues';
import { searchAndReconsileIssuesUsingJql, searchAndReconsileIssuesUsingJqlPost } from './search';
import { getConfiguration, getCurrentUser, getServerInfo } from './site-operations';
import { getAllSprints, getSprint } from './sprints';
import { doTransition, getTransitions } from './transitions';
import { bulkGetUsers, findAssignableUsers } from './users';
import { getIssueWorklog } from './worklogs';

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
  getSoftwareIssue,
  bulkFetchIssues,
  editIssue,
  deleteIssue,
  getFields,
  getIssueProperty,
  setIssueProperty,
  deleteIssueProperty,
  bulkSetIssuePropertiesByIssue,
  bulkDeleteIssueProperty,
  getTransitions,
  doTransition,
  getIssueWorklog,
  addWorklog,
  moveIssuesToSprintAndRank,
  moveIssuesToBacklog,
  moveIssuesToBacklogForBoard,
  rankIssues,
  searchAndReconsileIssuesUsingJql,
  searchAndReconsileIssuesUsingJqlPost,
  getMyPermissions,
  getConfiguration,
  getCurrentUser,
  bulkGetUsers,
  findAssignableUsers,
  getServerInfo,
];
