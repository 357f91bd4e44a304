import { useEffect, useRef, useState } from 'react';

import { call, joinChannel, whenClosing } from '../bridge';
import { type LiveSession, type LiveView, openLiveSession } from './live-session';

interface LiveOptions {
  boardId: number;
  sprintId: number;
  /** Goes up with every save from this page that the others should see. */
  saves: number;
  /** Somebody else has saved something about this sprint; at most once in three seconds. */
  onChanged: () => void;
}

/** Tells the other pages on this sprint what was saved here, hears of what was saved there, and knows who is here. */
export function useLive({ boardId, sprintId, saves, onChanged }: LiveOptions): LiveView {
  const [view, setView] = useState<LiveView>({ here: [], mode: 'alone' });
  const session = useRef<LiveSession>();
  const changed = useRef(onChanged);
  useEffect(() => {
    changed.current = onChanged;
  }, [onChanged]);

  useEffect(() => {
    const page = pageName();
    const live = openLiveSession(
      {
        now: () => performance.now(),
        pulse: async (news) => {
          const answer = await call('pulse', { boardId, sprintId, page, ...news });
          return 'value' in answer ? answer.value : null;
        },
        join: (onMessage) => joinChannel(`plan:${String(boardId)}:${String(sprintId)}`, onMessage),
        onView: (next) => {
          setView((before) => (isSame(before, next) ? before : next));
        },
        onChanged: () => {
          changed.current();
        },
      },
      document.visibilityState === 'visible',
    );
    session.current = live;
    const show = (): void => {
      live.show(document.visibilityState === 'visible');
    };
    const leave = (): void => {
      void live.close();
    };
    document.addEventListener('visibilitychange', show);
    window.addEventListener('pagehide', leave);
    void whenClosing(() => live.close());
    return () => {
      document.removeEventListener('visibilitychange', show);
      window.removeEventListener('pagehide', leave);
      void live.close();
    };
  }, [boardId, sprintId]);

  const told = useRef(saves);
  useEffect(() => {
    if (saves > told.current) session.current?.saved();
    told.current = saves;
  }, [saves]);

  return view;
}

/** Another one each time: two windows of one person are two pages. */
function pageName(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/** A heartbeat that tells nothing new is no reason to draw anything. */
function isSame(one: LiveView, other: LiveView): boolean {
  return one.mode === other.mode && JSON.stringify(one.here) === JSON.stringify(other.here);
}
