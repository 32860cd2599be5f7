import type { Phase } from './life.ts';
import type { Spec } from './spec.ts';

/** The cause in a reason, without the sentence that names the pod. */
const causeOf = (message: string): string => /exited with code \d+: (.+)$/su.exec(message)?.[1] ?? message;

const script = (command: string): string => /\S+\.py\b/.exec(command)?.[0] ?? 'train.py';

const trace = (file: string, places: readonly (readonly [line: number, where: string, code: string])[]) => [
	'Traceback (most recent call last):',
	...places.flatMap(([line, where, code]) => [`  File "/root/code/${file}", line ${line}, in ${where}`, `    ${code}`]),
];

type Prelude = { readonly when: RegExp; readonly lines: (file: string) => readonly string[] };

/** What stands before the cause, by the kind of cause. */
const preludes: readonly Prelude[] = [
	{
		when: /CUDA out of memory/,
		lines: file =>
			trace(file, [
				[412, '<module>', 'main()'],
				[287, 'main', 'loss = model(batch).loss'],
				[96, 'forward', 'scores = torch.matmul(query, key.transpose(-1, -2))'],
			]),
	},
	{
		when: /WorkNCCL/,
		lines: () => [
			'[E ProcessGroupNCCL.cpp:607] a collective did not finish in 1800000 ms',
			'[E ProcessGroupNCCL.cpp:621] Some NCCL operations have failed or timed out; taking the whole process down',
		],
	},
	{
		when: /FileNotFoundError|KeyError|DataLoader/,
		lines: file =>
			trace(file, [
				[412, '<module>', 'main()'],
				[301, 'main', 'for step, batch in enumerate(loader):'],
			]),
	},
	{
		when: /loss is nan/,
		lines: file => [
			'WARNING grad_norm is inf, the step was skipped',
			...trace(file, [
				[412, '<module>', 'main()'],
				[318, 'main', 'check_loss(loss, step)'],
			]),
		],
	},
	{ when: /^train\.py: error/, lines: file => [`usage: ${file} [-h] [--lr LR] [--batch BATCH] [--data DATA]`] },
	{
		when: /Segmentation fault/,
		lines: () => ['Fatal Python error: Segmentation fault', 'Thread 0x00007f3a1c (most recent call first):'],
	},
	{
		when: /idle resources/,
		lines: () => ['SIGTERM received, 30 s until SIGKILL', 'INFO saved checkpoint /mnt/oss/ckpt/last.pt'],
	},
	{
		when: /lost its node/,
		lines: () => ['NCCL WARN connection to a peer was closed', 'the runtime lost contact with its node'],
	},
	{ when: /stopped by user|maximum of/, lines: () => ['SIGTERM received, shutting down'] },
];

/** The last lines of a pod whose job came to `phase`: for the pod that brought it there they end in the cause. */
export const lastLines = ({ Status, reason }: Phase, isCulprit: boolean, spec: Spec): readonly string[] => {
	if (Status.startsWith('Succeeded')) {
		return ['INFO finished; the outcome is in /mnt/oss/out', 'INFO bye'];
	}
	const cause = causeOf(reason.ReasonMessage);
	if (!isCulprit && (Status === 'Failed' || Status === 'FailedReserving')) {
		return ['SIGTERM received: another pod of this job ended', 'INFO shutting down'];
	}
	const prelude = preludes.find(({ when }) => when.test(cause));
	return [...(prelude?.lines(script(spec.UserCommand)) ?? []), ...(cause === '' ? [] : [cause])];
};
