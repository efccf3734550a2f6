import type { Bindings } from "../check/Bindings";
import type { AxisSpec, Workbench } from "../check/Workbench";
import { type Observation, observe } from "../store/Observation";
import { initialBindings } from "../store/PageState";
import type { BuiltDocument } from "../views/BuiltDocument";
import type { ChartFrame } from "../views/ChartFrame";
import { axisPoints, curvesAt } from "../views/curveSource";
import { differenceExtents, differenceFrame, differenceUnit } from "../views/differenceScale";
import { openSection } from "../views/openSection";
import { comparedAxis, comparedLines, pageRows } from "../views/pageRows";
import { startBindings } from "../views/scenarioInputs";
import { sidesExtent, sidesFrame } from "../views/sidesDrawing";
import { steadyDomain } from "../views/steadyDomain";

/** How many values of an input are tried over its whole range. */
const tries = 33;

/**
 * Frames that the charts of a document's steps may come to: at the initial values, wherever one input or one index leads
 * from there, and at the values of each scenario. Domains are round, so that they are few; those of sides that differ
 * are not, and are left to Recharts.
 */
export function stepFrames(built: BuiltDocument): readonly ChartFrame[] {
  return built.derivation.sections.flatMap(({ id, scenarios }) => {
    const { workbench } = openSection(built, id);
    const observations = [
      ...around(initialBindings(workbench), workbench),
      ...scenarios.map((scenario) => startBindings(scenario, workbench)),
    ].map((bindings) => observe(workbench, bindings));
    return pageRows(built.derivation, built.verdicts, id, workbench).flatMap((row) => {
      const axis = comparedAxis(row, workbench);
      const lines = comparedLines(row);
      if (axis === undefined || lines.length === 0) return [];
      const at = axisPoints(axis);
      return observations.flatMap((observation) => framesAt(workbench, lines, axis, at, observation));
    });
  });
}

function framesAt(
  workbench: Workbench,
  lines: readonly number[],
  axis: AxisSpec,
  at: Float64Array,
  observation: Observation,
): readonly ChartFrame[] {
  const curves = curvesAt(workbench, lines, axis, at, observation);
  const sides = sidesExtent(curves);
  const unit = differenceUnit(curves);
  const difference = lines.length < 2 ? null : differenceExtents[unit](curves);
  return [
    ...(sides === null ? [] : [sidesFrame(axis, steadyDomain(null, sides))]),
    ...(difference === null ? [] : [differenceFrame(axis, steadyDomain(null, difference), unit)]),
  ];
}

/** The bindings themselves, and those that differ from them in one input or one index. */
function around(start: Bindings, { inputs, indices }: Workbench): readonly Bindings[] {
  return [
    start,
    ...inputs.flatMap(({ key, min, max }) =>
      Array.from({ length: tries }, (_, at) => ({
        ...start,
        inputs: { ...start.inputs, [key]: min + ((max - min) * at) / (tries - 1) },
      })),
    ),
    ...indices.flatMap(({ letter, size }) =>
      Array.from({ length: size }, (_, at) => ({ ...start, indices: { ...start.indices, [letter]: at + 1 } })),
    ),
  ];
}
