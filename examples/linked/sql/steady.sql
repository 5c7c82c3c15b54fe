-- Whether somebody worked at least three months in a half year before the index date.
SELECT person,
       CASE WHEN max(months) >= 3 THEN 'steady' ELSE 'some' END AS value
FROM work
GROUP BY person
