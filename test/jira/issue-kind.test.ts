import * as z from 'zod';

import { issueKind } from '../../src/jira/issue-kind';
import { recorded } from './recorded-files';

const issueTypes = z
  .object({
    values: z.array(
      z.object({
        name: z.string(),
        untranslatedName: z.string(),
        subtask: z.boolean(),
        avatarId: z.number().optional(),
        hierarchyLevel: z.number(),
      }),
    ),
  })
  .parse(recorded('devlake/issue-types.json')).values;

describe('the kind of an issue', () => {
  it('is known for every issue type of a Chinese site', () => {
    expect(issueTypes.map((type) => [type.name, issueKind(type)])).toEqual([
      ['故事', 'story'],
      ['子任务', 'subtask'],
      ['缺陷', 'bug'],
      ['任务', 'task'],
      ['Test Execution', 'other'],
      ['Epic', 'epic'],
      ['Story', 'story'],
    ]);
  });

  it('comes from the untranslated name when a site has changed its icons', () => {
    const ownIcons = issueTypes.map((type) => ({ ...type, avatarId: 1 }));
    expect(ownIcons.map(issueKind)).toEqual(['story', 'subtask', 'bug', 'task', 'other', 'epic', 'story']);
  });

  it('comes from the icon where Jira leaves the untranslated name out, as it does on issues', () => {
    const onIssues = issueTypes.map(({ name, subtask, avatarId, hierarchyLevel }) => ({
      name,
      subtask,
      avatarId,
      hierarchyLevel,
    }));
    expect(onIssues.map(issueKind)).toEqual(['story', 'subtask', 'bug', 'task', 'other', 'epic', 'story']);
  });

  it('follows the level before name and icon: a story made an epic is an epic, below an issue is a sub-task', () => {
    const story = { name: 'Story', avatarId: 10315 };
    expect(issueKind({ ...story, hierarchyLevel: 1 })).toBe('epic');
    expect(issueKind({ ...story, subtask: true, hierarchyLevel: -1 })).toBe('subtask');
    expect(issueKind({ ...story, hierarchyLevel: 0 })).toBe('story');
  });

  it('is not guessed from a translated name alone', () => {
    expect(issueKind({ name: '故事' })).toBe('other');
    expect(issueKind({ name: 'Story' })).toBe('story');
  });

  it('is no sub-task and no epic when Jira says where it stands, whatever its name and picture', () => {
    expect(issueKind({ name: 'Sub-task', subtask: false, hierarchyLevel: 0, avatarId: 10316 })).toBe('other');
    expect(issueKind({ name: 'Epic', subtask: false, hierarchyLevel: 0, avatarId: 10307 })).toBe('other');
    expect(issueKind({ name: 'Epic' })).toBe('epic');
  });
});
