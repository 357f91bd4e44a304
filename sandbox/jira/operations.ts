import { addWorklog } from './add-worklog';
import { getAllBoards, getBoard, getBoardConfiguration } from './boards';
import { getBulkChangelogs } from './bulk-changelogs';
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
import { getStatuses } from './statuses';
import { doTransition, getTransitions } from './transitions';
import { partiallyUpdateSprint, updateSprint } from './update-sprint';
import { bulkGetUsers, findAssignableUsers } from './users';
import { getIssueWorklog } from './worklogs';

/** Everything of Jira's REST API that the sandbox models. */
export const operations: readonly Operation[] = [
  getAllBoards,
  getBoard,
  getBoardConfiguration,
  getAllSprints,
  getSprint,
  partiallyUpdateSprint,
  updateSprint,
  getBoardIssuesForSprintJSIS,
  getIssuesForSprintJSIS,
  getIssuesForBacklogJSIS,
  getIssuesForBoardJSIS,
  getIssue,
  getSoftwareIssue,
  bulkFetchIssues,
  getBulkChangelogs,
  editIssue,
  deleteIssue,
  getFields,
  getIssueProperty,
  setIssueProperty,
  deleteIssueProperty,
  bulkSetIssuePropertiesByIssue,
  bulkDeleteIssueProperty,
  getStatuses,
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
