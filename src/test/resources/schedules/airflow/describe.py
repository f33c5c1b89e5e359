"""Loads a DAG with the fake of Airflow and prints what it is, and what becomes of its task on some ends, as JSON."""

import json
import runpy
import sys

from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException, AirflowSkipException

ENDS = ["exit 0", "exit 1", "exit 2", "exit 3", "exit 75", "exit 127", "exit 137", "kill -9 $$"]


def outcome(task, end):
    task.bash_command = end
    try:
        task.execute({})
    except AirflowSkipException:
        return "skipped"
    except AirflowFailException:
        return "failed"
    except AirflowException:
        return "tried again" if task.retries > 0 else "failed"
    return "done"


runpy.run_path(sys.argv[1])
dag = DAG.last
task = dag.tasks[0]
description = {
    "dag_id": dag.dag_id,
    "schedule": dag.schedule,
    "time_zone": dag.start_date.tzinfo,
    "catchup": dag.catchup,
    "max_active_runs": dag.max_active_runs,
    "tasks": len(dag.tasks),
    "command": task.bash_command,
    "warehouse": task.env["TONGQI_WAREHOUSE"],
    "append_env": task.append_env,
    "retries": task.retries,
    "minutes_between": task.retry_delay.total_seconds() / 60,
}
for end in ENDS:
    description[end] = outcome(task, end)
print(json.dumps(description))
