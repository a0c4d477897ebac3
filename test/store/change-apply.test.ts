import { describe } from '@jest/globals';
import { eachStore } from '../support/stores.ts';
import { appliedCases, refusedCases } from './changes/applied-cases.ts';
import { conflictCases } from './changes/conflict-cases.ts';
import { milestoneCases } from './changes/milestone-cases.ts';
import { observationCases, projectCases } from './changes/project-cases.ts';
import { changeRig } from './changes/rig.ts';

describe.each(eachStore)('a change in the %s store', (_kind, open) => {
  const rig = changeRig(open);
  appliedCases(rig);
  milestoneCases(rig);
  observationCases(rig);
  projectCases(rig);
  conflictCases(rig);
  refusedCases(rig);
});
