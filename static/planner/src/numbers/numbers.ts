import { createContext, useContext } from 'react';

import { type NumberStyle, numberStyle } from '../../../../src/estimation/hours';

/** The reader's own way of writing numbers, for every component below. */
export const NumbersContext = createContext<NumberStyle>(numberStyle('en'));

export function useNumbers(): NumberStyle {
  return useContext(NumbersContext);
}
