import { noTeam, type StoredPerson, type StoredTimeOff, type Team } from '../../../src/storage/teams';

/** Works eight hours from Monday to Friday, all of it for this board. */
export function personOf(accountId: string, given: Partial<StoredPerson> = {}): StoredPerson {
  return {
    accountId,
    hoursPerDay: 8,
    weekdays: [true, true, true, true, true, false, false],
    from: null,
    until: null,
    share: 100,
    focus: 100,
    role: '',
    status: 'active',
    region: null,
    departments: [],
    ...given,
  };
}

export function timeOffOf(accountId: string, from: string, to: string, given: Partial<StoredTimeOff> = {}) {
  return { id: `${accountId}-${from}`, accountId, from, to, half: null, reason: '', ...given };
}

export function teamOf(people: StoredPerson[], given: Partial<Team> = {}): Team {
  return { ...noTeam, people, ...given };
}
