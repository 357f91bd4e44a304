import { Link, Text } from '@forge/react';
import { useEffect, useState } from 'react';

import { plannerAddress } from './bridge';
import type { GlanceView } from './glance-view';
import type { GlanceTexts } from './texts';

interface PlannerLinkProps {
  planner: NonNullable<GlanceView['planner']>;
  texts: GlanceTexts;
}

/** The way to the planner, or where it is when Jira does not tell its address. */
export function PlannerLink({ planner: { projectKey, boardId, sprintId, text }, texts }: PlannerLinkProps) {
  const [address, setAddress] = useState<string | null>();
  useEffect(() => {
    let isWanted = true;
    void plannerAddress(projectKey, boardId, sprintId).then((found) => {
      if (isWanted) setAddress(found);
    });
    return () => {
      isWanted = false;
    };
  }, [projectKey, boardId, sprintId]);
  if (address === undefined) return null;
  return <Text>{address === null ? texts.noPlanner : <Link href={address}>{text}</Link>}</Text>;
}
