import { useEffect, useState } from 'react';

import { type OpeningStage, openingStage, openingStages } from './opening-stage';

/** How long the person has waited by now, as a stage, counted from when the component appeared. */
export function useOpeningStage(): OpeningStage {
  const [stage, setStage] = useState(openingStage(0));
  useEffect(() => {
    const timers = openingStages.map(({ from }) =>
      setTimeout(() => {
        setStage(openingStage(from));
      }, from),
    );
    return () => {
      timers.forEach(clearTimeout);
    };
  }, []);
  return stage;
}
