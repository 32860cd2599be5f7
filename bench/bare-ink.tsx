import { render, Text, useInput } from 'ink';

const Hello = () => {
	useInput(() => {});
	return <Text>READY</Text>;
};

render(<Hello />, { interactive: true });
