import { useEffect, useState } from 'react';

import type { Value } from '../../../../src/contract';
import { call } from '../bridge';

type Boards = Value<'openBoards'>['boards'];

/** The boards of the project. None while they are not known: why there are none, each tab says itself. */
export function useBoards(): Boards {
  const [boards, setBoards] = useState<Boards>([]);
  useEffect(() => {
    let current = true;
    void call('openBoards', {}).then((answer) => {
      if (current && 'value' in answer) setBoards(answer.value.boards);
    });
    return () => {
      current = false;
    };
  }, []);
  return boards;
}
