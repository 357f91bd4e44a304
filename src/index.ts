import type { AsyncEvent, InvocationError } from '@forge/events';

import { beforeUninstall } from './events/before-uninstall';
import { consumeLearning } from './events/learn-consumer';
import { consumeMirror } from './events/mirror-consumer';
import { sprintStarted } from './events/sprint-started';
import { glanceStatus as statusOf } from './resolvers/glance-status';
import { pace } from './pace';

/** The handlers that manifest.yml names, nothing else: here the real clock comes in. */

export { resolve as handler } from './resolvers/index';
export { issueDeleted as onIssueDeleted } from './events/issue-deleted';
export { sprintClosed as onSprintClosed } from './events/sprint-closed';
export { sprintDeleted as onSprintDeleted } from './events/sprint-deleted';

export const glanceStatus = (request: unknown): ReturnType<typeof statusOf> => statusOf(request, pace);

export const onSprintStarted = (event: unknown): Promise<InvocationError | undefined> => sprintStarted(event, pace);

export const onMirror = (event: AsyncEvent): Promise<InvocationError | undefined> => consumeMirror(event, pace);

export const onLearn = (event: AsyncEvent): Promise<InvocationError | undefined> => consumeLearning(event, pace);

export const onUninstall = (): Promise<void> => beforeUninstall(pace);
