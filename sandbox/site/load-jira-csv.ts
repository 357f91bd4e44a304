import { type CsvIssue, readCsvIssue } from './csv-issue';
import { type CsvPeople, csvPeople } from './csv-people';
import { csvSprints } from './csv-sprints';
import { type CsvRow, readCsvTable } from './csv-table';
import { type IssueFacts, issueFields } from './issue-fields';
import { JiraVocabulary } from './jira-vocabulary';
import type { LoadedSite, LoadProblem, SiteIssue, SiteProject, SiteSprint } from './site';
import { originalEstimate, usualTimeTracking } from './site-defaults';

const neededHeaders = ['Issue key', 'Issue id', 'Summary', 'Status'];
const boardId = 1;

/**
 * Makes a site of one project and one scrum board from a CSV export of Jira's issue navigator. Estimates are seconds,
 * the order of the rows is the rank, and an issue without a sprint is in the backlog.
 *
 * @param name what the site is called
 * @throws Error with a sentence, when the file lacks a needed column or has no good row
 */
export function loadJiraCsv(text: string, name: string): LoadedSite {
  const table = readCsvTable(text);
  const missing = neededHeaders.filter((header) => !table.has(header));
  if (missing.length > 0) {
    throw new Error(
      `This is no CSV export of Jira issues: it lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}.`,
    );
  }
  const { issues, problems } = readIssues(table.rows);
  const allProblems = [...table.problems, ...problems].sort((a, b) => lineOf(a) - lineOf(b));
  const [first] = issues;
  if (first === undefined) {
    const [problem] = allProblems;
    const why = problem === undefined ? 'it has no rows' : `${problem.where}: ${problem.reason}`;
    throw new Error(`This CSV file has no issue that can be loaded (${why}).`);
  }

  const { projectKey } = first;
  const project: SiteProject = {
    id: '10000',
    key: projectKey,
    name: first.projectName || projectKey,
    style: 'classic',
  };
  const sprints = csvSprints(issues, boardId);
  const people = csvPeople(issues);
  const vocabulary = new JiraVocabulary();
  const described = issues.map((issue) => ({ issue, facts: factsOf(issue, project, people) }));
  const byName = new Map(described.flatMap(({ facts }) => [facts.key, facts.id].map((known) => [known, facts])));
  return {
    site: {
      name,
      // An export says nothing of it; whoever plans by such a file thinks in its numbers.
      timeTracking: { ...usualTimeTracking, timeFormat: 'hours' },
      users: people.users,
      projects: [project],
      boards: [{ id: boardId, name: `${projectKey} board`, type: 'scrum', projectKey, estimation: originalEstimate }],
      sprints: [...sprints.values()],
      issues: described.map(({ issue, facts }) => {
        const parent = byName.get(issue.parent) ?? null;
        return {
          id: issue.id,
          key: issue.key,
          projectKey,
          ...sprintsOf(issue, sprints),
          fields: issueFields({ ...facts, parent }, vocabulary, usualTimeTracking),
        };
      }),
    },
    problems: allProblems,
  };
}

function sprintsOf(
  issue: CsvIssue,
  sprints: ReadonlyMap<string, SiteSprint>,
): Pick<SiteIssue, 'sprintId' | 'closedSprintIds'> {
  const its = issue.sprints.flatMap((name) => sprints.get(name) ?? []);
  return {
    sprintId: its.findLast(({ state }) => state !== 'closed')?.id ?? null,
    closedSprintIds: its.filter(({ state }) => state === 'closed').map(({ id }) => id),
  };
}

function factsOf(issue: CsvIssue, project: SiteProject, people: CsvPeople): IssueFacts {
  return {
    ...issue,
    project,
    assignee: people.find(issue.assignee),
    reporter: people.find(issue.reporter),
    parent: null,
  };
}

/** The issues of the project that most rows are of, each key and id once. */
function readIssues(rows: readonly CsvRow[]): { issues: CsvIssue[]; problems: LoadProblem[] } {
  const problems: LoadProblem[] = [];
  const issues: CsvIssue[] = [];
  const lines = new Map<string, number>();
  for (const row of rows) {
    const { issue, reasons } = readCsvIssue(row);
    const where = `line ${String(row.line)}`;
    const twice = issue === null ? undefined : [issue.key, issue.id].find((known) => lines.has(known));
    if (twice !== undefined) {
      problems.push({ where, reason: `${twice} is in line ${String(lines.get(twice))} already.` });
      continue;
    }
    problems.push(...reasons.map((reason) => ({ where, reason })));
    if (issue === null) continue;
    issues.push(issue);
    lines.set(issue.key, row.line).set(issue.id, row.line);
  }
  const projectKey = mostFrequent(issues.map((issue) => issue.projectKey));
  for (const { line, key } of issues.filter((issue) => issue.projectKey !== projectKey)) {
    const reason = `${key} is of another project; a site made from a CSV file has one, and this one is ${projectKey}.`;
    problems.push({ where: `line ${String(line)}`, reason });
  }
  return { issues: issues.filter((issue) => issue.projectKey === projectKey), problems };
}

/** The first of them, among those that are there equally often. */
function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts.keys()].find((name) => counts.get(name) === most) ?? '';
}

function lineOf({ where }: LoadProblem): number {
  return Number(where.replace('line ', ''));
}
