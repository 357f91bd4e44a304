import type { Texts } from '../../texts';
import { tickets as issues } from './tickets';

export const load: Texts['load'] = {
  title: 'Charge par personne, au-dessus de la ligne',
  fit: (count) => (count === 1 ? 'cela tient pour 1 personne' : `cela tient pour ${String(count)} personnes`),
  tight: (count, names) => `juste pour ${String(count)} : ${names}`,
  withRatio: (name, percent) => `${name} à ${percent}`,
  over: (count, names) => `trop pour ${String(count)}\u202f: ${names}`,
  moreNames: (names, count) => `${names} et ${String(count)} de plus`,
  strangers: (count) => `${String(count)} hors de l’équipe`,
  haveWork: (count) => (count === 1 ? '1 personne a du travail' : `${String(count)} personnes ont du travail`),
  nobody: 'personne n’a encore de travail',
  unassignedIssues: (count) => (count === 1 ? `${issues(count)} non assigné` : `${issues(count)} non assignés`),

  person: 'Personne',
  planned: 'De l’optimiste au pessimiste',
  capacity: 'Capacité',
  ratio: 'Indice de confiance',
  state: 'État',
  states: {
    fits: 'Cela tient',
    tight: 'Juste',
    over: 'Trop',
    idle: 'Rien de prévu',
    unknown: 'Hors de l’équipe',
  },
  stateHints: {
    fits: 'Cela tient même si tout prend son temps pessimiste.',
    tight: 'Cela tient si tout se passe bien.',
    over: 'Cela ne tient pas, même si tout prend son temps optimiste.',
    idle: 'N’a aucun travail estimé au-dessus de la ligne.',
    unknown: 'A du travail ici, et aucune capacité sur ce tableau.',
  },
  someone: 'Une personne que Jira ne nomme pas',
  issueCount: issues,
  unestimated: (count) => `${String(count)} sans estimation`,

  byDepartment: 'Par service',
  department: 'Service',
  noDepartment: 'Sans service',
  inside: 'De ses personnes',

  noTeam:
    'Décrivez l’équipe pour voir le travail de chaque personne face à sa propre capacité\u202f: Équipe, à côté de Réglages.',
  noDates: 'Ce sprint n’a pas de dates, donc la capacité de chacun n’est pas encore connue.',

  fromTeam: 'des personnes de l’équipe',
  fromPrevious: (sprint) => `comme dans ${sprint}`,
  fromPreviousOne: 'comme dans le sprint précédent',
  because: (source, reason) => `${source}\u202f: ${reason}`,
  changedSinceStart: (count) =>
    count === 1 ? '1 changement depuis le début du sprint' : `${String(count)} changements depuis le début du sprint`,
};
