import type { Texts } from '../../texts';

const plural = (count: number): string => (count > 1 ? 's' : '');
const tickets = (count: number, said: string): string => `${said}\u00a0ticket${plural(count)}`;
const sprints = (count: number, said: string): string => `${said}\u00a0sprint${plural(count)}`;

export const history: Texts['history'] = {
  opening: 'Ouverture de l’historique…',
  cannotOpen: 'Impossible d’ouvrir l’historique',
  title: 'Historique',
  intro: 'Ce qui a été annoncé pour les sprints passés et ce qui s’est produit, pour juger à quel nombre vous fier.',

  learning: 'Ce que PlanPrism a appris',
  learnt: (finished, finishedSaid, count, countSaid) =>
    `Appris de ${tickets(finished, finishedSaid)} terminé${plural(finished)} dans ${sprints(count, countSaid)}.`,
  learntNothing: 'Rien n’est encore appris.',
  learningFirst: 'Apprentissage des sprints terminés',
  withoutRoom: (count, countSaid) =>
    `${tickets(count, countSaid)} de très grands sprints n’${count > 1 ? 'ont pas pu être conservés' : 'a pas pu être conservé'}.`,
  leftOut: {
    both: (time, estimate) =>
      `Laissés de côté parmi les tickets terminés\u202f: ${time} sans temps, ${estimate} sans estimation.`,
    time: (time) => `Laissés de côté parmi les tickets terminés\u202f: ${time} sans temps.`,
    estimate: (estimate) => `Laissés de côté parmi les tickets terminés\u202f: ${estimate} sans estimation.`,
  },
  took: {
    logged: 'Ce qu’un ticket a pris est le temps consigné pour le travail fait jusqu’à la fin de son sprint.',
    inProgress: 'Ce qu’un ticket a pris est le temps de travail passé en cours.',
  },
  readOtherwise: (count, countSaid, all) =>
    count === all
      ? 'Cela vaut pour les sprints lus à partir de maintenant\u202f; apprendre à nouveau relit les sprints passés.'
      : `${sprints(count, countSaid)} ${count > 1 ? 'ont été lus' : 'a été lu'} quand ce réglage était différent\u202f; apprendre à nouveau les lit tous de la même façon.`,
  lacks: {
    timeLogged:
      'Personne ne consigne de temps ici\u202f: choisissez «\u00a0Le temps passé en cours\u00a0» sous «\u00a0Ce que les tickets ont pris\u00a0».',
    timeInProgress: 'Aucun ticket terminé n’a jamais été en cours\u202f: personne ne sait ce qu’ils ont pris.',
    estimates: 'Personne n’estime en heures ici\u202f: il n’y a rien à quoi comparer les heures.',
  },
  neverRun:
    'PlanPrism peut lire une fois les sprints terminés de ce tableau\u202f: l’estimation de chaque ticket, et ce qu’il a pris. Rien ne change dans Jira, et le planificateur reste utilisable pendant ce temps.',
  neverRunLook: 'Personne n’a encore laissé PlanPrism apprendre des sprints terminés de ce tableau.',
  counting: 'Comptage des sprints terminés…',
  progress: (done, total, totalSaid, found, foundSaid) =>
    `${done} sur ${sprints(total, totalSaid)}, ${tickets(found, foundSaid)}`,
  stopped: (done, when) => `Arrêté le ${when}, après ${done}. Ce qui a été lu jusque-là est conservé.`,
  stoppedEarly: (when) => `Arrêté le ${when}, avant la lecture du premier sprint.`,
  noneClosed: (when) => `Il n’y avait aucun sprint terminé à lire le ${when}.`,
  done: (count, countSaid, when) =>
    `${sprints(count, countSaid)} lu${plural(count)} d’un coup le ${when}\u202f; les suivants le sont quand ils se terminent.`,
  failed: (done, when) =>
    `Un problème est survenu le ${when}, après ${done}. Ce qui a été lu jusque-là est conservé. Apprenez à nouveau dans quelques minutes.`,
  failedEarly: (when) =>
    `Un problème est survenu le ${when}, avant la lecture du premier sprint. Apprenez à nouveau dans quelques minutes.`,
  ofSprints: (done, total, totalSaid) => `${done} sur ${sprints(total, totalSaid)}`,
  learn: 'Apprendre des sprints terminés',
  learnAgain: 'Apprendre à nouveau',
  goOn: 'Continuer',
  stop: 'Arrêter',
  stopping: 'Arrêt après le sprint en cours de lecture…',
  actFailed: 'Cela n’a pas fonctionné',

  honesty: 'La justesse de la chance de finir',
  asked: (count, countSaid, answers) =>
    `Si vous aviez demandé avant ${count > 1 ? `chacun de ces ${countSaid}\u00a0sprints` : 'ce sprint'}, avec seulement ce qui était terminé alors, pour plusieurs capacités\u202f: ${answers} réponses.`,
  againstRatio: {
    better: (chance, ratio) =>
      `La chance a été plus juste que l’indice (${chance} contre ${ratio}\u202f; moins, c’est mieux).`,
    same: (chance, ratio) =>
      `La chance et l’indice sont trop proches pour dire lequel a été plus juste (${chance} et ${ratio}\u202f; moins, c’est mieux).`,
    worse: (chance, ratio) =>
      `La chance a été moins juste que l’indice (${chance} contre ${ratio}\u202f; moins, c’est mieux).`,
  },
  tooEarly: (count, chance, ratio) =>
    `${count}\u00a0sprints ne suffisent pas pour dire lequel est plus juste\u202f: la chance a obtenu ${chance}, l’indice ${ratio} (moins, c’est mieux).`,
  againstBaseRate: {
    better: (base) =>
      `Elle a même été plus juste que d’annoncer toujours la fréquence de réussite, qu’on ne connaît qu’après coup (${base}).`,
    same: (base) =>
      `Annoncer toujours la fréquence de réussite, qu’on ne connaît qu’après coup, aurait été à peu près aussi juste (${base}).`,
    worse: (base) =>
      `Annoncer toujours la fréquence de réussite, qu’on ne connaît qu’après coup, aurait été plus juste (${base}).`,
  },
  brier: (half) =>
    `Ce sont des scores de Brier\u202f: l’écart au carré, en moyenne, entre ce qui a été annoncé et ce qui s’est produit. 0 est parfait, et ${half} est ce qu’obtient qui annonce toujours une chance sur deux.`,
  ranges: (range, held, count, countSaid, ratioHeld) =>
    `Un intervalle à ${range} a contenu ${held} de ${tickets(count, countSaid)}\u202f; O\u00a0×\u00a0C à O\u00a0÷\u00a0C en a contenu ${ratioHeld}.`,
  totals: (held, count, countSaid, share, said) =>
    `Le total est resté dans ce qui devait suffire dans ${said} des cas pour ${held} sur ${sprints(count, countSaid)} (${share}).`,
  tooLittle: (count, countSaid, found, foundSaid) =>
    `Trop peu pour juger\u202f: ${sprints(count, countSaid)} d’au moins 5\u00a0tickets terminés, ${tickets(found, foundSaid)} en tout. À partir de 5\u00a0sprints et de 30\u00a0tickets, vous verrez ici la justesse de la chance.`,
  reliability: 'Ce qui a été annoncé et ce qui s’est réalisé',
  reliabilityLabel: (points) =>
    `Combien de fois cela s’est réalisé selon ce qui était annoncé. Chance de finir\u202f: ${points}. Sur la diagonale, les deux sont égaux.`,
  reliabilityPoint: (said, came) => `annoncé ${said}, réalisé ${came}`,
  counts: 'Réponses par classe',
  said: 'Annoncé en moyenne',
  came: 'Réalisé',
  answers: 'Réponses',
  saidClass: 'Quand l’annonce était de',
  fewAnswers: (least) => `En creux\u202f: moins de ${least} réponses, qui disent peu.`,
  exact: 'Annoncé et réalisé sont égaux',
  chance: 'Chance de finir',
  ratio: 'Indice de confiance',
  noAnswers: 'Aucune',
  between: (from, to) => `${from} à ${to}`,

  then: 'Si vous aviez demandé alors',
  thenIntro:
    'Ce qui aurait été annoncé pour chaque sprint avant son début, d’après ce qui était terminé alors, sur les tickets qui y ont été terminés. La chance est celle qu’ils ne prennent pas plus que leurs estimations.',
  thenHeld: (held, count, countSaid, low, high) =>
    `Pour ${held} sur ${sprints(count, countSaid)}, le total se situait entre les repères ${low} et ${high}\u202f; huit sur dix est juste.`,
  thenKnown: 'Connus alors',
  thenFew: (count, countSaid) =>
    count === 0
      ? 'Aucun\u202f: d’après d’autres équipes'
      : `Seulement ${countSaid}\u202f: surtout d’après d’autres équipes`,
  thenTotal: (low, high) => `Total, ${low} à ${high}`,
  thenTook: 'A pris',
  thenPlace: { below: 'en dessous', within: 'dans l’intervalle', above: 'au-dessus' },
  thenEstimates: (hours) => `pour ${hours} estimées`,

  steps: 'Ce que valaient vos confiances',
  stepsIntro:
    'Combien de fois un ticket a pris entre O\u00a0×\u00a0C et O\u00a0÷\u00a0C, selon la confiance que quelqu’un avait donnée. Sans elle, c’est la confiance par défaut d’aujourd’hui qui compte.',
  step: 'Confiance',
  behaved: 'Ce qui s’est produit',
  behavedLike: (confidence, held) => `Votre ${confidence} s’est comporté comme ${held}`,
  byDefault: (confidence) => `${confidence} (par défaut)`,
  tooFew: 'Trop peu pour juger',
  stepIssues: 'Tickets',

  estimates: 'Estimé et réel',
  tooFewIssues: (count, countSaid, least) =>
    `Trop peu à dessiner\u202f: ${tickets(count, countSaid)}. À partir de ${least}, vous les verrez ici.`,
  whose: 'Les tickets de',
  everybody: 'Tout le monde',
  personIssues: (name, count) => `${name} (${count})`,
  someone: 'Une personne que Jira ne nomme pas',
  estimate: 'Estimation',
  actual: 'Réel',
  hoursAxis: (what) => `${what}, heures`,
  scatterLabel: (count, countSaid, over) =>
    `${tickets(count, countSaid)} selon l’estimation et le réel\u202f; ${over} ont pris plus que prévu.`,
  chosenOf: (name) => `Tickets de ${name}`,
  allIssues: 'Tickets terminés',
  otherIssues: 'Tous les autres tickets',
  sameAsEstimate: 'Réel = estimation',
  likely: (share) => `Probable maintenant, dans ${share} des cas`,
  byRatio: (confidence) => `O\u00a0×\u00a0C à O\u00a0÷\u00a0C à ${confidence}`,
  newest: (count) => `Seuls les ${count} plus récents sont dessinés.`,
  pointOf: (estimate, actual) => `Estimation ${estimate}, réel ${actual}`,
  issue: 'Ticket',
  who: 'Qui',
  factor: 'Réel ÷ estimation',
  confidence: 'Confiance',
  notSet: 'Non définie',
  likelyTable: 'Ce qu’un ticket prend maintenant, probablement',
  low: 'De',
  middle: 'Milieu',
  high: 'À',

  past: 'Sprints passés',
  promised: (count, countSaid, came) =>
    count > 1
      ? `Sur vos ${countSaid}\u00a0sprints promis, réalisés\u202f: ${came}.`
      : `Sur votre seul sprint promis, réalisé\u202f: ${came}.`,
  promisedFew: (least) => `À partir de ${least}, vous verrez ici la justesse de la chance et de l’indice à leur sujet.`,
  promisedSaid: (count, came, chance, ratio) =>
    `Sur vos ${count}\u00a0sprints promis, réalisés\u202f: ${came}\u202f; la chance avait annoncé ${chance} en moyenne, l’indice ${ratio}.`,
  noPast: 'Aucun sprint terminé n’a encore été lu.',
  sprint: 'Sprint',
  dates: 'Dates',
  finished: 'Appris de',
  saidRatio: 'Indice annoncé',
  saidChance: 'Chance annoncée',
  outcome: 'Ce qu’il en est advenu',
  cameTrue: (promised) => `Réalisé\u202f: les ${promised} terminés dans la capacité`,
  missedIssues: (done, promised, takenOut) =>
    `Manqué\u202f: ${done} terminés sur ${promised}${takenOut === null ? '' : `, ${takenOut} hors du sprint`}`,
  missedHours: (actual, capacity) => `Manqué\u202f: tout est terminé, en ${actual} pour ${capacity}`,
  noCapacity: (done, promised) => `${done} terminés sur ${promised}\u202f; aucune capacité n’était donnée`,
  nothingPlanned: 'Rien d’estimé n’y était quand il a commencé.',
  notThere: 'Rien n’était promis à son début',
  pagination: (table) => `Pages\u202f: ${table}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  page: 'Page',
};
