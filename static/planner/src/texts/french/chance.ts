import type { Texts } from '../../texts';

const tickets = (count: number, said: string): string =>
  `${said} ${count === 1 ? 'ticket terminé' : 'tickets terminés'}`;

export const chance: Texts['chance'] = {
  finished: tickets,
  from: (count, said) => `d’après ${tickets(count, said)}`,
  learning: 'apprentissage de vos sprints terminés…',
  learningFailed:
    'Les sprints terminés n’ont pas pu être lus. Recommencez dans le projet\u202f: PlanPrism, puis Historique.',
  fromNothing: 'd’après le travail d’autres équipes, rien encore du vôtre',
  why: 'Pourquoi ils diffèrent',
  drives: { ratio: 'L’indice de confiance trace la ligne', chance: 'La chance de finir trace la ligne' },
  markLong: {
    committed: 'Jusqu’ici la chance de finir est de 90\u00a0% ou plus',
    likely: 'Jusqu’ici la chance de finir est de 80\u00a0% ou plus',
    stretch: 'Jusqu’ici la chance de finir est de 50\u00a0% ou plus',
  },
  toHereBoth: {
    ratio:
      'Si la ligne était juste sous un ticket\u202f: l’indice de confiance, dont dépendent les repères, et la chance de finir',
    chance:
      'Si la ligne était juste sous un ticket\u202f: la chance de finir, dont dépendent les repères, et l’indice de confiance',
  },

  title: 'Pourquoi les deux chiffres diffèrent',
  ratioSays: (percent) => `Indice de confiance ${percent}`,
  chanceSays: (percent) => `Chance de finir ${percent}`,
  ratioMeans: (optimistic, pessimistic) =>
    `L’indice prend chaque fourchette au mot et les additionne\u202f: ${optimistic} si tout se passe bien en même temps, ${pessimistic} si tout se passe mal en même temps.`,
  ratioPlace: {
    below: (capacity) =>
      `La capacité de ${capacity} est inférieure même à la première\u202f: il est au plus bas. Ce n’est pas une probabilité.`,
    between: (capacity) =>
      `Il dit où se trouve la capacité de ${capacity} entre les deux. Ce n’est pas une probabilité.`,
    above: (capacity) =>
      `La capacité de ${capacity} atteint au moins la seconde\u202f: il est au plus haut. Ce n’est pas une probabilité.`,
  },
  chanceMeans: {
    learnt: (finished) =>
      `La chance regarde combien de temps des tickets semblables ont réellement pris, d’après ${finished}, et qu’un sprint entier se passe bien ou mal. Les tickets plus longs et plus courts que prévu se compensent en partie.`,
    notLearnt:
      'La chance regarde combien de temps des tickets semblables prennent réellement. Rien n’a encore été appris de votre propre travail\u202f: elle s’appuie sur celui de nombreuses équipes et ne dit pas grand-chose de sûr. L’historique de la page du projet peut apprendre de vos sprints terminés.',
  },
  begun: 'Ce qui est commencé compte par ce qu’il en reste probablement, et ce qui est fini pour rien.',
  capacityLeft: {
    sinceStart: (capacity, left) =>
      `Le sprint est en cours\u202f: de la capacité de ${capacity}, il reste ${left} après le temps consigné depuis son début.`,
    ofAllTime: (capacity, left) =>
      `Le sprint est en cours\u202f: de la capacité de ${capacity}, il reste ${left} après le temps consigné sur ses tickets\u202f; une partie peut dater d’avant son début.`,
    inProgress: (capacity, left) =>
      `Le sprint est en cours\u202f: de la capacité de ${capacity}, il reste ${left} après le temps de travail que chaque ticket a passé en cours depuis le début.`,
    unknown: (capacity) =>
      `Le sprint est en cours, mais le temps que ses tickets ont passé en cours n’a pas pu être lu. La chance est donc celle de tout le travail dans la capacité entière de ${capacity}, ce qui est commencé ou fini compris.`,
  },
  needed: {
    work: {
      title: 'Charge de travail probable',
      axis: 'Effort total',
      label: (capacity, percent, low, middle, high) =>
        `L’effort total est d’environ ${middle}, dans huit cas sur dix entre ${low} et ${high}. La capacité de ${capacity} suffit avec une chance de ${percent}.`,
    },
    left: {
      title: 'Travail qui reste probablement',
      axis: 'Effort restant',
      label: (capacity, percent, low, middle, high) =>
        `Il reste probablement environ ${middle} de travail, dans huit cas sur dix entre ${low} et ${high}. Les ${capacity} restantes suffisent avec une chance de ${percent}.`,
    },
    capacity: {
      title: 'Capacité probablement nécessaire',
      axis: 'Capacité nécessaire',
      label: (capacity, percent, low, middle, high) =>
        `Il faut probablement environ ${middle} de capacité, dans huit cas sur dix entre ${low} et ${high}. La capacité de ${capacity} suffit avec une chance de ${percent}.`,
    },
  },
  filled: (percent, capacity) => `La partie remplie est la chance\u202f: ${percent} pour ${capacity} au plus.`,
  worked: (middle, low, high) =>
    `Ce sont des heures de capacité telles que vous les planifiez\u202f: dans les sprints passés, environ ${middle} en ont été travaillées, huit fois sur dix entre ${low} et ${high}\u202f; la courbe, le tableau et la chance en tiennent compte.`,
  capacityMark: {
    whole: (capacity) => `Capacité ${capacity}`,
    left: (capacity) => `Reste de capacité ${capacity}`,
  },
  enoughFor: 'Suffit avec une chance de',
  hours: 'Heures',
  ownCapacity: {
    whole: (hours) => `${hours}, la capacité de ce plan`,
    left: (hours) => `${hours}, le reste de la capacité`,
  },
  estimates: {
    whole: (sum) => `La somme des estimations est de ${sum}.`,
    left: (sum) => `La somme des estimations, ce qui est fini ou commencé compris, est de ${sum}.`,
  },
};
