import { afterEach, describe, expect, test } from 'vitest';
import { drawn } from '../support/drawing.ts';
import type { Shown } from '../support/ink.tsx';
import { cleanup } from '../support/ink.tsx';

afterEach(cleanup);

const frame = (text: string): readonly string[] => text.split('\n').slice(1, -1);
const at = (columns: number, rows: number): Promise<Shown> => drawn({ columns, rows });

describe('the drawings', () => {
	test('at 120 × 30', async () => {
		const { lines } = await at(120, 30);
		expect(lines()).toEqual(
			frame(`
dlctop  cn-hangzhou · ws 268 dlc-workspace · mine · created in the last 7 d                        ● live 10s · 14:03:27
page 2/14 · 50 of 683 jobs · created ↓ · GPUs here 412 running 96 queued 8 held · + 4 live older than 7 d: a
  STATUS                NAME                          JOB ID            TYPE     USER     GPU  NODES  AGE    RUN
▸ ● Running             llm-pretrain-7b-stage2        dlc1k3b7x2m4f9qz  PyTorch  alice     64      8  3d02h  2d23h
  ◷ Queuing             nightly-eval-中文             dlc9x0c5v8n1a81k  PyTorch  bob        8      1  12m    -
  ✗ Failed •            tf-mnist-test                 dlc3p6t0y7q2kdz5  TFJob    carol      1      1  1h03   58m
  ● Running             resnet-sweep-04               dlc0000000000004  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-05               dlc0000000000005  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-06               dlc0000000000006  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-07               dlc0000000000007  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-08               dlc0000000000008  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-09               dlc0000000000009  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-10               dlc0000000000010  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-11               dlc0000000000011  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-12               dlc0000000000012  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-13               dlc0000000000013  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-14               dlc0000000000014  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-15               dlc0000000000015  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-16               dlc0000000000016  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-17               dlc0000000000017  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-18               dlc0000000000018  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-19               dlc0000000000019  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-20               dlc0000000000020  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-21               dlc0000000000021  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-22               dlc0000000000022  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-23               dlc0000000000023  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-24               dlc0000000000024  PyTorch  deborah   12      1  5h00   4h00
  ● Running             resnet-sweep-25               dlc0000000000025  PyTorch  deborah   12      1  5h00   4h00
dlc1k3b7x2m4f9qz llm-pretrain-7b-stage2                 ? help  / filter  s sort  f failed  enter detail  l logs  q quit
`),
		);
	});

	test('at 80 × 24', async () => {
		const { lines } = await at(80, 24);
		expect(lines()).toEqual(
			frame(`
dlctop  ws 268 · mine · 7 d                                ● live 10s · 14:03:27
2/14 · 50 of 683 · created ↓ · GPU 412/96/8 · + 4 older live: a
  STATUS                NAME                          USER     GPU  AGE    RUN
▸ ● Running             llm-pretrain-7b-stage2        alice     64  3d02h  2d23h
  ◷ Queuing             nightly-eval-中文             bob        8  12m    -
  ✗ Failed •            tf-mnist-test                 carol      1  1h03   58m
  ● Running             resnet-sweep-04               deborah   12  5h00   4h00
  ● Running             resnet-sweep-05               deborah   12  5h00   4h00
  ● Running             resnet-sweep-06               deborah   12  5h00   4h00
  ● Running             resnet-sweep-07               deborah   12  5h00   4h00
  ● Running             resnet-sweep-08               deborah   12  5h00   4h00
  ● Running             resnet-sweep-09               deborah   12  5h00   4h00
  ● Running             resnet-sweep-10               deborah   12  5h00   4h00
  ● Running             resnet-sweep-11               deborah   12  5h00   4h00
  ● Running             resnet-sweep-12               deborah   12  5h00   4h00
  ● Running             resnet-sweep-13               deborah   12  5h00   4h00
  ● Running             resnet-sweep-14               deborah   12  5h00   4h00
  ● Running             resnet-sweep-15               deborah   12  5h00   4h00
  ● Running             resnet-sweep-16               deborah   12  5h00   4h00
  ● Running             resnet-sweep-17               deborah   12  5h00   4h00
  ● Running             resnet-sweep-18               deborah   12  5h00   4h00
  ● Running             resnet-sweep-19               deborah   12  5h00   4h00
dlc1k3b7x2m4f9qz llm-pretrain-7b-stage2                 s sort  / filter  ? help
`),
		);
	});

	test('at 40 × 10 the columns go by priority, the poll state and the name stay', async () => {
		const { lines } = await at(40, 10);
		expect(lines()).toEqual(
			frame(`
dlctop  7 d        ● live 10s · 14:03:27
2/14 · 50 of 683 · created ↓ …
  STATUS       NAME           GPU  AGE
▸ ● Running    llm-pretrain…   64  3d02h
  ◷ Queuing    nightly-eval…    8  12m
  ✗ Failed •   tf-mnist-test    1  1h03
  ● Running    resnet-sweep…   12  5h00
  ● Running    resnet-sweep…   12  5h00
dlc1k3b7x2m4f9qz llm-pretrain-7b-stage2
`),
		);
	});

	test('smaller than 40 × 10 says what is needed', async () => {
		const shown = await at(80, 24);
		await shown.resize({ columns: 39, rows: 24 });
		expect(shown.lines()).toEqual(['dlctop needs 40×10 cells']);
		await shown.resize({ columns: 80, rows: 24 });
		expect(shown.lines()).toHaveLength(23);
	});
});
