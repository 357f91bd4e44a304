import { openProjectPage } from '../bridge';
import { pathOfPlace } from './tabs';

/** Opens the settings of a board on PlanPrism's page in its project. */
export function openSettings(projectKey: string, boardId: number): void {
  openProjectPage(pathOfPlace({ tab: 'settings', boardId, sprintId: null }), projectKey);
}
