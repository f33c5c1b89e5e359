"""Tongqi's nightly run for Airflow: one run at a time, tried again only when it asks for that."""

from datetime import timedelta

import pendulum
from airflow import DAG
from airflow.exceptions import AirflowFailException, AirflowSkipException
from airflow.providers.standard.operators.bash import BashOperator

DONE = 0
TRY_AGAIN = 75


class NightlyOperator(BashOperator):
    """A command that fails for good on the exit codes on which a BashOperator skips."""

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowSkipException as end:
            raise AirflowFailException(f"the night failed, and another try would not help: {end}") from end


with DAG(
    dag_id="tongqi_nightly",
    description="Takes in new records, computes the same-period figures as of yesterday and releases them",
    schedule="30 2 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Asia/Shanghai"),
    catchup=False,
    max_active_runs=1,
    tags=["tongqi"],
):
    NightlyOperator(
        task_id="nightly",
        bash_command="/opt/tongqi/jobs/nightly.sh --conf /etc/tongqi/tongqi.yaml",
        env={"TONGQI_WAREHOUSE": "/var/lib/tongqi/warehouse"},
        append_env=True,
        # Negative codes are signals.
        skip_on_exit_code=[code for code in range(-64, 256) if code not in (DONE, TRY_AGAIN)],
        retries=5,
        retry_delay=timedelta(minutes=10),
        execution_timeout=timedelta(hours=4),
    )
