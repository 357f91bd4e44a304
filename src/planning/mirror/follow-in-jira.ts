import { removeConfidenceProperty, writeConfidenceProperty } from '../../jira/issue-properties';
import type { Issue } from '../../jira/issues';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { readConfidenceChanges } from '../../storage/confidences';
import { confidenceProperty } from './confidence-property';

/** Brings an issue's property up to date with a confidence that has just been stored; null: taken away. */
export function followConfidence(jira: JiraSession, issue: Issue, confidence: number | null): Promise<void> {
  return follow(() =>
    confidence === null
      ? removeConfidenceProperty(jira, issue.id)
      : writeConfidenceProperty(jira, issue.id, confidenceProperty(issue, confidence)),
  );
}

/** The same with an estimate that has just been written. An issue without a confidence has no property. */
export function followEstimate(jira: JiraSession, issue: Issue): Promise<void> {
  return follow(async () => {
    const confidence = (await readConfidenceChanges(issue.id))[0]?.confidence ?? null;
    if (confidence !== null) await writeConfidenceProperty(jira, issue.id, confidenceProperty(issue, confidence));
  });
}

/**
 * What is stored is stored: that the property could not follow is for the log, and is made good by the next change or by
 * writing all of them.
 */
async function follow(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const code = error instanceof Problem ? error.code : 'app.failed';
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`the property of an issue could not follow (${code})`);
  }
}
