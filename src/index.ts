import type { AsyncEvent, InvocationError } from '@forge/events';

import { beforeUninstall } from './events/before-uninstall';
import { consumeMirror } from './events/mirror-consumer';
import { glanceStatus as statusOf } from './resolvers/glance-status';
import { pace } from './pace';

/** The handlers that manifest.yml names, nothing else: here the real clock comes in. */

export { resolve as handler } from './resolvers/index';
export { issueDeleted as onIssueDeleted } from './events/issue-deleted';

export const glanceStatus = (request: unknown): ReturnType<typeof statusOf> => statusOf(request, pace);

export const onMirror = (event: AsyncEvent): Promise<InvocationError | undefined> => consumeMirror(event, pace);

export const onUninstall = (): Promise<void> => beforeUninstall(pace);
