import { type Random, randomOf } from './random.ts';
import type { Spec } from './spec.ts';

/** Steps that a program does from one beat to the next. */
const stepsByJobType: Readonly<Record<string, number>> = { PyTorchJob: 10, OneFlowJob: 10, TFJob: 50 };

/** The step that a program is at with its `beat`-th beat, as its lines call it. */
const stepOf = (JobType: string, beat: number): number => {
	const steps = stepsByJobType[JobType] ?? 1;
	return steps === 10 ? (beat + 1) * steps : beat * steps;
};

/** What one program prints again and again: the line of its `step`-th beat. */
type Beat = (step: number, random: Random, spec: Spec) => string;

/** A loss that falls fast, then slowly, and trembles a little. */
const loss = (step: number, random: Random, from: number): number =>
	from * (0.22 + 0.78 / (1 + step / 90)) * (0.985 + random.fraction() * 0.03);

const fixed = (value: number, digits: number): string => value.toFixed(digits);

const training: Beat = (step, random) =>
	`INFO train step ${stepOf('PyTorchJob', step)} | loss ${fixed(loss(step, random, 10.8), 4)} | grad_norm ${fixed(0.4 + random.fraction(), 3)} | lr ${Math.min(3e-4, (step + 1) * 3e-6).toExponential(2)} | ${random.whole(3_900, 4_300)} tokens/s/GPU | ${fixed(61 + random.fraction() * 3, 1)} GiB`;

const estimator: Beat = (step, random) =>
	step % 2 === 0
		? `INFO:tensorflow:loss = ${fixed(loss(step, random, Math.LN2), 5)}, step = ${stepOf('TFJob', step)} (${fixed(1.4 + random.fraction() / 4, 3)} sec)`
		: `INFO:tensorflow:global_step/sec: ${fixed(33 + random.fraction() * 4, 4)}`;

const boosting: Beat = (step, random) => {
	const train = loss(step, random, 0.68);
	return `[${step}]\ttrain-logloss:${fixed(train, 5)}\teval-logloss:${fixed(train * 1.04, 5)}`;
};

const reinforcement: Beat = (step, random) =>
	`(WorkerDict pid=${random.whole(2_000, 2_040)}) step:${step} reward/mean:${fixed(0.2 + 0.6 * (1 - 1 / (1 + step / 60)), 3)} kl:${fixed(random.fraction() / 20, 4)} response_length:${random.whole(380, 900)} samples/s:${fixed(41 + random.fraction() * 6, 1)}`;

const dynamics: Beat = (step, random) =>
	`${String(step * 1_000).padStart(10)} ${fixed(298 + random.fraction() * 4, 4)} ${fixed(-6.77 + random.fraction() / 50, 6)} ${fixed(random.fraction() / 3, 6)} ${fixed(8.2 + random.fraction() / 10, 3)}`;

const batches: Beat = (step, random, { DisplayName }) =>
	`INFO ${DisplayName} items ${(step + 1) * 64} done, ${fixed(28 + random.fraction() * 9, 1)} items/s, ${random.whole(0, 3)} retried`;

const byJobType: Readonly<Record<string, Beat>> = {
	PyTorchJob: training,
	OneFlowJob: training,
	TFJob: estimator,
	XGBoostJob: boosting,
	RayJob: reinforcement,
	MPIJob: dynamics,
};

/** What real programs send, and a terminal must not be given as it comes. */
const odd: readonly Beat[] = [
	step =>
		`\u001b[33mWARNING\u001b[0m data loader is the bottleneck at step ${step}: \u001b[1mraise num_workers\u001b[0m`,
	step =>
		[10, 47, 83, 100]
			.map(
				done =>
					`\rEvaluating: ${String(done).padStart(3)}%|${'█'.repeat(done / 10).padEnd(10)}| ${done}/100 [step ${step}]`,
			)
			.join(''),
	step => `信息 第 ${step} 步:检查点已写入 /mnt/oss/检查点/step-${step} ✅ 用时 41 秒 🚀`,
	step => `DEBUG bucket sizes at step ${step}: ${Array.from({ length: 600 }, (_, index) => index * 7).join(',')}`,
	step => `INFO saved checkpoint /mnt/oss/ckpt/step-${step}.pt (18.4 GiB in 41.2 s)`,
];

/** Every so many beats something else is printed. */
const oddEvery = 37;

/** The text of a beat. The same label (a run of a pod) and step always give the same. */
export const beatText = (spec: Spec, label: string, step: number): string => {
	const random = randomOf(`${label} beat ${step}`);
	const beat = byJobType[spec.JobType] ?? batches;
	const oddity = odd[Math.floor(step / oddEvery) % odd.length];
	return step % oddEvery === oddEvery - 1 && oddity !== undefined
		? oddity(stepOf(spec.JobType, step), random, spec)
		: beat(step, random, spec);
};

/** From one beat to the next, in ms: whole seconds, because the service's times have no smaller part. */
export const beatMs = (spec: Spec): number => randomOf(`${spec.JobId} beat`).whole(1, 4) * 1_000;

/** The beats of a program that ran for so long (ms) end with this one. */
const lastBeat = (spec: Spec, ranMs: number): number => Math.max(0, Math.ceil(ranMs / beatMs(spec)) - 1);

/** The step that the last line of such a program names. */
export const lastStep = (spec: Spec, ranMs: number): number => stepOf(spec.JobType, lastBeat(spec, ranMs));
