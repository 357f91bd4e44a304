/** A time as Jira writes those of issues: `2021-03-11T06:14:24.791+0000`. @param milliseconds since 1970 */
export function jiraTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}
