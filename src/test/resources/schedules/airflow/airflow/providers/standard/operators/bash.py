"""A fake of the operator that runs a command, with the exit codes as Airflow's documentation tells them."""

import subprocess

from airflow import DAG
from airflow.exceptions import AirflowException, AirflowSkipException


class BashOperator:
    def __init__(
        self,
        *,
        task_id,
        bash_command,
        env=None,
        append_env=False,
        skip_on_exit_code=99,
        retries=0,
        retry_delay=None,
        execution_timeout=None,
    ):
        self.task_id = task_id
        self.bash_command = bash_command
        self.env = env
        self.append_env = append_env
        self.skip_on_exit_code = skip_on_exit_code if isinstance(skip_on_exit_code, list) else [skip_on_exit_code]
        self.retries = retries
        self.retry_delay = retry_delay
        self.execution_timeout = execution_timeout
        DAG.last.tasks.append(self)

    def execute(self, context):
        code = subprocess.run(["bash", "-c", self.bash_command]).returncode
        if code in self.skip_on_exit_code:
            raise AirflowSkipException(f"exit code {code}")
        if code != 0:
            raise AirflowException(f"exit code {code}")
