import { removeMirror } from '../planning/mirror/remove-mirror';
import { openJob, type Pace } from '../planning/session';

/** Of the 55 s that Forge gives it. */
const milliseconds = 45_000;

/** Forge deletes what the app stored; what it wrote to Jira's issues it must take away itself. */
export async function beforeUninstall(pace: Pace): Promise<void> {
  await removeMirror(openJob(pace, pace.now() + milliseconds));
}
