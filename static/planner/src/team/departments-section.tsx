import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactElement, useMemo, useState } from 'react';

import { type Department, departmentOn, mostDepartmentLevels, rollUp } from '../../../../src/estimation/departments';
import { texts } from '../texts';
import { DepartmentDialog } from './department-dialog';
import { withDepartment, withoutDepartment } from './department-tree';
import { PartHead, RemoveDialog, RowActs } from './team-rows';
import type { TeamViewProps } from './team-view';
import { worksHereOn } from './works-here';

type Open = { what: 'edit'; department: Department } | { what: 'add'; parentId: string | null } | null;

/** The departments of a board as a tree. */
export function DepartmentsSection({ team, acts, today }: TeamViewProps): ReactElement {
  const [open, setOpen] = useState<Open>(null);
  const [removed, setRemoved] = useState<Department | null>(null);
  const { departments, people } = team;
  const rows = useMemo(
    () =>
      rollUp(
        departments,
        people
          .filter((person) => worksHereOn(person, today))
          .map((person) => ({ departmentId: departmentOn(person.departments, today), value: person })),
        (values) => values.length,
      ).departments,
    [departments, people, today],
  );
  // Who was in it counts too: past sprints are added up by it.
  const inIt = people.filter((person) =>
    person.departments.some(({ departmentId }) => removed !== null && departmentId === removed.id),
  ).length;
  return (
    <section className="team-part">
      <PartHead title={texts.team.departmentsTitle} intro={texts.team.departmentsIntro}>
        {team.may.change ? (
          <Button
            appearance="primary"
            testId="add-department"
            onClick={() => {
              setOpen({ what: 'add', parentId: null });
            }}
          >
            {texts.team.addDepartment}
          </Button>
        ) : null}
      </PartHead>
      {rows.length === 0 ? (
        <p className="team-nothing">{texts.team.noDepartments}</p>
      ) : (
        <ul className="team-tree" data-testid="departments">
          {rows.map(({ department, level, sum }) => (
            <li key={department.id} className="team-level" data-level={level}>
              <span className="team-tree-name">{department.name}</span>
              <span className="subtle small">{texts.team.departmentPeople(sum)}</span>
              {team.may.change ? (
                <span className="team-row-acts">
                  {level + 1 >= mostDepartmentLevels ? null : (
                    <IconButton
                      icon={AddIcon}
                      label={texts.team.addBelowOf(department.name)}
                      appearance="subtle"
                      spacing="compact"
                      onClick={() => {
                        setOpen({ what: 'add', parentId: department.id });
                      }}
                    />
                  )}
                  <RowActs
                    what={department.name}
                    onEdit={() => {
                      setOpen({ what: 'edit', department });
                    }}
                    onRemove={() => {
                      setRemoved(department);
                    }}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <ModalTransition>
        {open === null ? null : (
          <DepartmentDialog
            departments={departments}
            department={open.what === 'edit' ? open.department : null}
            parentId={open.what === 'edit' ? open.department.parentId : open.parentId}
            makeId={() => crypto.randomUUID()}
            save={(department) => acts.save({ departments: withDepartment(departments, department) })}
            onClose={() => {
              setOpen(null);
            }}
          />
        )}
      </ModalTransition>
      <ModalTransition>
        {removed === null ? null : (
          <RemoveDialog
            title={texts.team.removeDepartmentTitle(removed.name)}
            sentence={inIt > 0 ? texts.team.departmentInUse(inIt) : texts.team.removeDepartment}
            act={texts.team.delete}
            testId="remove-department-dialog"
            remove={inIt > 0 ? null : () => acts.save({ departments: withoutDepartment(departments, removed.id) })}
            onClose={() => {
              setRemoved(null);
            }}
          />
        )}
      </ModalTransition>
    </section>
  );
}
