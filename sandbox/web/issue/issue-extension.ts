import type { Issue } from '../jira/issues';
import type { AppModule } from '../site-info';

/** What Jira tells the function of `dynamicProperties` about where its panel is (FORGE.md 1.3). */
export function panelExtension({ type }: AppModule, { id, key, type: issueType, project }: Issue) {
  return {
    type,
    issue: { id, key, type: issueType.name, typeId: issueType.id },
    ...(project === undefined
      ? {}
      : { project: { id: project.id, key: project.key, type: project.projectTypeKey ?? 'software' } }),
  };
}
