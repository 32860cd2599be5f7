import type { NonEmpty, Random } from './random.ts';

/** A kind of work: how its jobs are called, what they run. */
export type Workload = {
	readonly JobType: string;
	readonly project: string;
	readonly name: (random: Random) => string;
	readonly UserCommand: (name: string) => string;
	readonly Image: string;
};

const registry = 'dsw-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai';
const torch = `${registry}/pytorch-training:2.6.0-gpu-py312-cu126-ubuntu22.04`;
const olderTorch = `${registry}/pytorch-training:2.1.2-gpu-py310-cu121-ubuntu22.04`;
const ownTorch = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/llm/train:v0.14.2-te2.3';
const tensorflow = `${registry}/tensorflow-training:2.17.0-gpu-py311-cu124-ubuntu22.04`;

const model: NonEmpty<string> = ['qwen3-8b', 'qwen3-1.7b', 'llama3-8b', 'glm4-9b', 'internlm3-8b', 'baichuan2-7b'];
const bench: NonEmpty<string> = ['mmlu', 'gsm8k', 'ceval', 'humaneval', 'math500', 'longbench'];
const rate: NonEmpty<string> = ['1e-5', '2e-5', '3e-5', '5e-5', '1e-4', '2e-4'];
const trial = (random: Random): string => String(random.whole(1, 399)).padStart(3, '0');

export const finetune: Workload = {
	JobType: 'PyTorchJob',
	project: 'llm-sft',
	name: random => `${random.pick(model)}-sft-lr${random.pick(rate)}-r${random.pick([8, 16, 32, 64])}-t${trial(random)}`,
	UserCommand: name =>
		`torchrun --nproc_per_node=1 finetune.py --config configs/${name}.yaml --output /mnt/oss/ckpt/${name}`,
	Image: torch,
};

export const evaluation: Workload = {
	JobType: 'PyTorchJob',
	project: 'llm-eval',
	name: random => `eval-${random.pick(model)}-${random.pick(bench)}-${random.letters(4)}`,
	UserCommand: name => `python -m evals.run --name ${name} --shots 5 --batch 16`,
	Image: torch,
};

export const pretraining: Workload = {
	JobType: 'PyTorchJob',
	project: 'llm-pretrain',
	name: random =>
		`llm-pretrain-${random.pick(['7b', '14b', '32b', '72b'])}-stage${random.whole(1, 3)}-${random.letters(3)}`,
	UserCommand: name =>
		`torchrun --nnodes=$WORLD_SIZE --nproc_per_node=8 pretrain.py --run ${name} --tp 4 --pp 2 --resume auto`,
	Image: ownTorch,
};

const workloads: NonEmpty<readonly [weight: number, Workload]> = [
	[30, finetune],
	[18, evaluation],
	[
		9,
		{
			JobType: 'PyTorchJob',
			project: 'vision',
			name: random =>
				`sdxl-lora-${random.pick(['poster', 'product', 'anime', '国风', 'fashion'])}-v${random.whole(1, 40)}`,
			UserCommand: name => `accelerate launch train_lora.py --project ${name} --resolution 1024`,
			Image: olderTorch,
		},
	],
	[
		6,
		{
			JobType: 'PyTorchJob',
			project: 'speech',
			name: random => `whisper-${random.pick(['zh', 'yue', 'en', 'ja'])}-finetune-${random.letters(5)}`,
			UserCommand: name => `python train_asr.py --exp ${name} --amp`,
			Image: olderTorch,
		},
	],
	[
		7,
		{
			JobType: 'TFJob',
			project: 'ranking',
			name: random => `ctr-deepfm-${random.pick(['feed', 'ads', 'search', 'mall'])}-d${random.whole(1, 30)}`,
			UserCommand: name => `python train.py --job ${name} --ps_hosts $PS_HOSTS --worker_hosts $WORKER_HOSTS`,
			Image: tensorflow,
		},
	],
	[
		5,
		{
			JobType: 'TFJob',
			project: 'recall',
			name: random => `two-tower-recall-${random.letters(6)}`,
			UserCommand: name => `python two_tower.py --run_name=${name}`,
			Image: tensorflow,
		},
	],
	[
		5,
		{
			JobType: 'XGBoostJob',
			project: 'risk',
			name: random => `xgb-risk-score-${random.pick(['daily', 'weekly', '回溯'])}-${random.letters(4)}`,
			UserCommand: name => `python xgb_train.py --rounds 800 --name ${name}`,
			Image: `${registry}/xgboost-training:1.7.6-cpu-py39-ubuntu20.04`,
		},
	],
	[
		4,
		{
			JobType: 'ElasticBatchJob',
			project: 'batch-infer',
			name: random => `batch-infer-${random.pick(model)}-p${random.whole(0, 63)}`,
			UserCommand: name => `python infer.py --shard ${name} --input /mnt/oss/corpus`,
			Image: torch,
		},
	],
	[
		4,
		{
			JobType: 'RayJob',
			project: 'rlhf',
			name: random => `grpo-${random.pick(model)}-${random.pick(['math', 'code', 'tool-use'])}-${random.letters(4)}`,
			UserCommand: name => `python -m verl.main --experiment ${name}`,
			Image: 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/rl/ray:2.44-cu126',
		},
	],
	[
		3,
		{
			JobType: 'MPIJob',
			project: 'simulation',
			name: random => `lammps-scale-${random.whole(2, 96)}k-${random.letters(4)}`,
			UserCommand: name => `mpirun -np $NP lmp -in ${name}.in`,
			Image: `${registry}/mpi-training:4.1.5-gpu-cu121-ubuntu22.04`,
		},
	],
	[
		2,
		{
			JobType: 'OneFlowJob',
			project: 'vision',
			name: random => `oneflow-resnet50-bs${random.pick([128, 256, 512])}-${random.letters(4)}`,
			UserCommand: name => `python of_cnn_train_val.py --name ${name}`,
			Image: `${registry}/oneflow-training:0.9.0-gpu-py38-cu117-ubuntu20.04`,
		},
	],
	[
		2,
		{
			JobType: 'DataJuicerJob',
			project: 'data',
			name: random => `dj-clean-${random.pick(['cc-2026w40', 'wiki-zh', 'arxiv', 'github'])}-${random.letters(4)}`,
			UserCommand: name => `dj-process --config ${name}.yaml`,
			Image: `${registry}/data-juicer:1.4.0-gpu-py310`,
		},
	],
	[
		1,
		{
			JobType: 'SlurmJob',
			project: 'simulation',
			name: random => `slurm-protein-fold-${random.letters(5)}`,
			UserCommand: name => `sbatch fold.sbatch ${name}`,
			Image: `${registry}/slurm:23.11-gpu-cu121`,
		},
	],
];

const weightOfAll = workloads.reduce((sum, [weight]) => sum + weight, 0);

/** A kind of work by its share in the population. */
export const anyWorkload = (random: Random): Workload => {
	let left = random.fraction() * weightOfAll;
	const found = workloads.find(([weight]) => {
		left -= weight;
		return left < 0;
	});
	return (found ?? workloads[0])[1];
};
